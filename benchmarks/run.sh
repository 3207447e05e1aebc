#!/usr/bin/env bash
# Runs one load against real Gradio and against us, one after the other on one machine, and prints the ratios.
#   PYTHON=<interpreter with gradio> benchmarks/run.sh [seconds]
# Build first: mvn -q -pl benchmarks -am -DskipTests package
set -euo pipefail
cd "$(dirname "$0")"
PYTHON=${PYTHON:-python3}
SECONDS_PER_RUN=${1:-15}
JAR=target/benchmarks.jar
export GRADIO_ANALYTICS_ENABLED=False HF_HUB_OFFLINE=1

server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true' EXIT

# measure <results> <port> <scenarios> -- <command of the server>: nothing else runs meanwhile
measure() {
	local results=$1 port=$2 scenarios=$3
	shift 4
	"$@" >"$results.log" 2>&1 &
	server=$!
	for _ in $(seq 240); do
		curl -sf "http://127.0.0.1:$port/config" >/dev/null && break
		sleep 0.5
	done
	# shellcheck disable=SC2086
	timeout 900 java -jar "$JAR" load "http://127.0.0.1:$port" "$SECONDS_PER_RUN" $scenarios | tee "$results" >&2
	kill "$server"
	wait "$server" || true
	server=
}

rate() { sed -n "s/^$2 //p" "$1"; }

row() { # title, scenario
	local theirs ours
	theirs=$(rate target/gradio.txt "$2")
	ours=$(rate target/spring.txt "$2")
	printf '| %s | %s/s | %s/s | %s |\n' "$1" "$theirs" "$ours" "$(awk "BEGIN{printf \"%.1f\", $ours/$theirs}")"
}

echo '-- Gradio' >&2
measure target/gradio.txt 7981 'echo sessions tokens' -- "$PYTHON" src/main/python/app.py 7981
echo '-- Gradio for Spring' >&2
measure target/spring.txt 7982 'echo sessions tokens waiting-100 waiting-3000 waiting-10000' -- \
	java -jar "$JAR" --server.port=7982

echo '| load | Gradio | Gradio for Spring | ratio |'
echo '|---|---|---|---|'
row 'echo, 16 sessions' echo
row 'echo, 1,000 sessions at once' sessions
row 'one stream of 20,000 tokens' tokens
echo
echo "Calls of 2 ms that wait on one queue, per second: $(rate target/spring.txt waiting-100) of 100," \
	"$(rate target/spring.txt waiting-3000) of 3,000, $(rate target/spring.txt waiting-10000) of 10,000"
