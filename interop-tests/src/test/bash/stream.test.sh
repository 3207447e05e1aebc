# Streams, line by line.
. ./support.sh

id=$(post /call/spell '{"data": ["abc"]}' | event_id)
is "each value, whole" "$(CURL "$API/call/spell/$id" | grep -c .)" 8
id=$(post /call/spell '{"data": ["ab"]}' | event_id)
is "the lines" "$(CURL "$API/call/spell/$id")" $'event: generating\ndata: ["a"]\n\nevent: generating\ndata: ["ab"]\n\nevent: complete\ndata: ["ab"]'

# values come while the endpoint works: the first line is there long before the last one
id=$(post /call/spell '{"data": ["abcdefghij"]}' | event_id)
exec 3< <(CURL "$API/call/spell/$id")
read -r first <&3
is "the first line" "$first" "event: generating"
has "still working" "$(CURL "$API/queue/status")" '"queue_size":0'
is "the last line" "$(grep . <&3 | tail -1)" 'data: ["abcdefghij"]'
exec 3<&-

fn=$(CURL "$BASE_URL/config" | grep -o '"dependencies":.*' | grep -o '"id":[0-9]*[^{}]*\({[^{}]*}[^{}]*\)*"api_name":"spell"' | tail -1 | grep -o '"id":[0-9]*' | tail -1 | grep -o '[0-9]*')
session=curl$RANDOM$RANDOM
post /queue/join "{\"data\": [\"ab\"], \"fn_index\": $fn, \"session_hash\": \"$session\"}" >/dev/null
stream=$(CURL "$API/queue/data?session_hash=$session")
is "the messages of a session" "$(grep -o '"msg":"[a-z_]*"' <<<"$stream" | cut -d'"' -f4 | paste -sd' ')" \
	"estimation process_starts process_generating process_generating process_completed close_stream"
has "edits after the first value" "$stream" '[["append",[],"b"]]'
has "a stream of events" "$(CURL -D - -o /dev/null "$API/queue/data?session_hash=none" || true)" "text/event-stream"
