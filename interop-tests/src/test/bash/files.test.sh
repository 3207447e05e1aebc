# Uploads, downloads and ranges.
. ./support.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
head -c 300000 /dev/urandom >"$folder/some bytes.bin"

path=$(CURL -F "files=@$folder/some bytes.bin" "$API/upload" | sed 's/^\["\(.*\)"\]$/\1/')
has "the path keeps the name" "$path" "/some bytes.bin"
url=$API/file=${path// /%20}

CURL -o "$folder/whole" "$url"
cmp "$folder/some bytes.bin" "$folder/whole"
CURL -r 100000-199999 -o "$folder/part" "$url"
cmp <(tail -c +100001 "$folder/some bytes.bin" | head -c 100000) "$folder/part"
CURL -r 200000- -o "$folder/rest" "$url"
cat <(head -c 200000 "$folder/some bytes.bin") "$folder/rest" | cmp - "$folder/some bytes.bin"
is "a part" "$(status -r 0-9 "$url")" 206
is "no such part" "$(status -r 400000- "$url")" 416

# an interrupted download goes on
head -c 123456 "$folder/some bytes.bin" >"$folder/resumed"
CURL -C - -o "$folder/resumed" "$url"
cmp "$folder/some bytes.bin" "$folder/resumed"

file="{\"path\": \"$path\", \"meta\": {\"_type\": \"gradio.FileData\"}}"
id=$(post /call/file_io "{\"data\": [[$file, $file], $file]}" | event_id)
answer=$(CURL "$API/call/file_io/$id")
has "the file comes back" "$answer" "event: complete"
has "with its size" "$answer" '"size": 300000'
CURL -o "$folder/echoed" "$(grep -o '"url": "[^"]*"' <<<"$answer" | head -1 | cut -d'"' -f4)"
cmp "$folder/some bytes.bin" "$folder/echoed"

is "not a file of ours" "$(status "$API/file=/etc/passwd")" 403
is "the allowed folder" "$(CURL "$API/file=${TMPDIR:-/tmp}/gradio_fixture_allowed/allowed.txt")" "allowed content"
is "beside the allowed folder" "$(status --path-as-is "$API/file=${TMPDIR:-/tmp}/gradio_fixture_allowed/../passwd")" 403
is "too large" "$(status -F "files=@$folder/some bytes.bin" "$LIMITS_URL/gradio_api/upload")" 413
