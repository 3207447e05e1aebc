# The two steps of a call: POST gives an id, GET gives the result.
. ./support.sh

id=$(post /call/greet '{"data": ["Bob", "!"]}' | event_id)
is "an event id" "${#id}" 32
is "the result" "$(CURL "$API/call/greet/$id")" $'event: complete\ndata: ["Hello Bob!"]'

id=$(post /call/v2/calculator_defaults '{"num2": 5, "operation": "multiply"}' | event_id)
has "named parameters and defaults" "$(CURL "$API/call/calculator_defaults/$id")" "event: complete"

id=$(post /call/unicode '{"data": []}' | event_id)
has "escapes instead of raw characters" "$(CURL "$API/call/unicode/$id")" '\ud83d\ude00 \u00e9'

id=$(post /call/greet/ '{"data": ["Bob", "?"]}' | event_id)
has "a slash at the end" "$(CURL "$API/call/greet/$id")" '["Hello Bob?"]'

id=$(post /call/gr_error '{"data": ["x"]}' | event_id)
is "an error" "$(CURL "$API/call/gr_error/$id")" $'event: error\ndata: {"error": "Bad input: x", "duration": 5, "visible": false, "title": "Custom title"}'

has "an unknown event" "$(CURL "$API/call/greet/no-such-event" || true)" $'event: error\ndata: "404: Not Found"'
