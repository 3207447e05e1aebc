# Shared by the scripts: sourced, never run. BASE_URL and LIMITS_URL say where the servers are.
set -euo pipefail
: "${BASE_URL:?}"
API=$BASE_URL/gradio_api

CURL() { curl --silent --show-error --no-buffer --max-time 30 "$@"; }

# post <path> <json> [curl arguments]
post() { CURL -H 'Content-Type: application/json' -d "$2" "${@:3}" "$API$1"; }

# status <curl arguments>: the status code alone
status() { CURL -o /dev/null -w '%{http_code}' "$@"; }

# The event id of a join, as the examples of Gradio's own pages get it.
event_id() { awk -F'"' '{ print $4 }'; }

is() {
	if [ "$2" != "$3" ]; then
		printf '%s\n  wanted: %s\n  was:    %s\n' "$1" "$3" "$2" >&2
		exit 1
	fi
}

has() {
	if [[ "$2" != *"$3"* ]]; then
		printf '%s\n  wanted within: %s\n  was:           %s\n' "$1" "$3" "$2" >&2
		exit 1
	fi
}
