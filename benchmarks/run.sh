#!/usr/bin/env bash
# Runs the load against real Gradio and against us, one after the other on one machine, and prints the ratios.
#   PYTHON=<interpreter with gradio> benchmarks/run.sh [seconds]
# Build first: mvn -q -pl benchmarks -am -DskipTests package
set -euo pipefail
cd "$(dirname "$0")"
PYTHON=${PYTHON:-python3}
SECONDS_PER_RUN=${1:-15}
JAR=target/benchmarks.jar
export GRADIO_ANALYTICS_ENABLED=False HF_HUB_OFFLINE=1
wait_for() { for _ in $(seq 240); do "$PYTHON" -c "import urllib.request,sys; urllib.request.urlopen('http://127.0.0.1:$1/config',timeout=2)" 2>/dev/null && return 0; sleep 0.5; done; echo "no server on $1" >&2; return 1; }
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true' EXIT
"$PYTHON" src/main/python/app.py 7981 >target/gradio.log 2>&1 & pids+=($!)
java -jar "$JAR" --server.port=7982 >target/spring.log 2>&1 & pids+=($!)
wait_for 7981; wait_for 7982
rate() { timeout 600 java -jar "$JAR" load "http://127.0.0.1:$1" "$2" "$3" | tee /dev/stderr | sed -n 's/.*: \(.*\)\/s$/\1/p'; }
row() { # title, scenario, argument
  local theirs ours
  echo "-- $1" >&2
  theirs=$(rate 7981 "$2" "$3"); ours=$(rate 7982 "$2" "$3")
  printf '| %s | %s/s | %s/s | %s |\n' "$1" "$theirs" "$ours" "$(awk "BEGIN{printf \"%.1f\", $ours/$theirs}")"
}
echo '| load | Gradio | Gradio for Spring | ratio |'
echo '|---|---|---|---|'
row 'echo, 16 sessions' echo "$SECONDS_PER_RUN"
row 'echo, 1,000 sessions at once' sessions 1000
row 'one stream of 20,000 tokens' tokens 20000
