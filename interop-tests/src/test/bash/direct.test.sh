# The direct route, other routes, and what callers get wrong.
. ./support.sh

has "the result at once" "$(post /run/greet '{"data": ["Bob", "!"]}')" '"data":["Hello Bob!"]'
has "the old name of the route" "$(post /api/greet '{"data": ["Bob", "!"]}')" '"data":["Hello Bob!"]'
is "an error" "$(post /run/gr_error '{"data": ["x"]}' -o /dev/null -w '%{http_code}')" 500
is "no JSON" "$(post /run/greet 'nonsense' -o /dev/null -w '%{http_code}')" 422
is "GET where POST belongs" "$(status "$API/queue/join")" 405
has "which is said" "$(CURL -D - -o /dev/null "$API/queue/join" | tr '[:upper:]' '[:lower:]')" "allow: post"
is "an unknown route" "$(status "$API/nope")" 404
is "no such page" "$(CURL "$API/nope")" '{"detail":"Not Found"}'

has "config" "$(CURL "$BASE_URL/config")" '"protocol":"sse_v3"'
is "startup-events" "$(CURL "$API/startup-events")" false
has "app_id" "$(CURL "$API/app_id")" '{"app_id":'
is "login_check" "$(status "$API/login_check")" 200
is "reset" "$(post /reset '{"event_id": "x"}')" '{"success":true}'
is "cancel" "$(post /cancel '{"event_id": "x", "session_hash": "y", "fn_index": 0}')" '{"success":true}'
is "monitoring" "$(status "$BASE_URL/monitoring/summary")" 200
has "heartbeat" "$(curl -sN --max-time 1 "$API/heartbeat/curl" || true)" "data: ALIVE"

has "CORS for pages of this machine" "$(CURL -D - -o /dev/null -H 'Origin: http://localhost:3000' "$API/app_id" | tr '[:upper:]' '[:lower:]')" \
	"access-control-allow-origin: http://localhost:3000"
preflight=$(CURL -X OPTIONS -D - -o /dev/null -H 'Origin: http://localhost:3000' -H 'Access-Control-Request-Method: POST' \
	-H 'Access-Control-Request-Headers: x-custom' "$API/queue/join" | tr '[:upper:]' '[:lower:]')
has "a preflight" "$preflight" "200"
has "with the headers that were asked for" "$preflight" "access-control-allow-headers: x-custom"

has "a proxy" "$(CURL -H 'X-Forwarded-Host: pub.example' -H 'X-Forwarded-Proto: https' "$BASE_URL/config")" '"root":"https://pub.example"'
