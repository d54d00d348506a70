#!/usr/bin/env bash
# Many stories on one server: copies of the first catalog, each with a title of its own, from a heap of 512 MB. Prints
# the time from the start to the first answer, to a list, to the list of all and until each story has answered once, the
# memory, and how long a reader waits for a story that had been dropped; then the time to the list of a second start,
# which finds what the first one kept in the folder of caches. On a busy machine, the seconds of processor say more than
# the clock.
#
#   mvn -q package -DskipTests && STORIES=200 src/bench/stories.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
stories=${STORIES:-200}
heap=${HEAP:-512m}
port=${PORT:-28417}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# CLASSES, a class path, instead of the jar: for classes that were just compiled.
program=(-jar target/dateline.jar)
[ -z "${CLASSES:-}" ] || program=(-cp "$CLASSES" org.dateline.cli.Dateline)
cache=()
[ ! -f target/dateline.aot ] || [ -n "${CLASSES:-}" ] || cache=(-XX:AOTCache=target/dateline.aot)

work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
for i in $(seq -w "$stories"); do
    mkdir -p "$work/stories/story-$i"
    cp -r geodata/. "$work/stories/story-$i"
    sed -i "s/^  en: The Jaffar Express hijacking/  en: The Jaffar Express hijacking ($i)/" "$work/stories/story-$i/catalog.yaml"
done

now() { date +%s%N; }
since() { echo "$((($(now) - $1) / 1000000)) ms"; }
get() { curl -s -o /dev/null -w '%{http_code}' -H 'Accept-Encoding: gzip' "http://127.0.0.1:$port$1"; }
listed() { curl -s "http://127.0.0.1:$port/" | grep -c '<li class="story"' || true; }
cpu() { awk -v hz="$(getconf CLK_TCK)" '{printf "%.1f s of processor", ($14 + $15) / hz}' "/proc/$server/stat"; }
memory() { awk '/VmRSS/ {printf "%d MB\n", $2 / 1024}' "/proc/$server/status"; }

start_server() {
    start=$(now)
    DATELINE_CACHE="$work/caches" "$java" @src/main/jvm/serve.options "${cache[@]}" "-Xmx$heap" "${program[@]}" \
        serve --stories "$work/stories" --port "$port" >"$work/out" 2>"$work/err" &
    server=$!
}

start_server
until [ "$(get /health/alive)" = 200 ]; do
    kill -0 "$server" 2>/dev/null || { cat "$work/err" >&2; exit 1; }
    sleep 0.02
done
echo "first answer: $(since "$start"), $(cpu)"
until [ "$(get "/story-$(seq -w "$stories" | head -1)/")" = 200 ]; do sleep 0.05; done
echo "first story: $(since "$start"), $(cpu)"
# Until some stories are read, the list answers 503 after 20 s.
until [ "$(get /)" = 200 ]; do sleep 0.05; done
echo "list of $(listed) of $stories stories: $(since "$start"), $(cpu), $(memory)"
until [ "$(listed)" = "$stories" ]; do sleep 0.05; done
echo "list of all: $(since "$start"), $(cpu), $(memory)"

asked=$(now)
failed=0
for i in $(seq -w "$stories"); do [ "$(get "/story-$i/")" = 200 ] || failed=$((failed + 1)); done
echo "each of $stories read once, one after the other: $(since "$asked"), $failed failed; $(since "$start") from the start, $(cpu), $(memory)"
curl -s "http://127.0.0.1:$port/health" | grep -o '"stories":{"count":[0-9]*,"inMemory":[0-9]*'

# The first ones were dropped when the last ones were read.
for i in $(seq -w "$stories" | head -20); do
    curl -s -o /dev/null -w '%{time_total}\n' -H 'Accept-Encoding: gzip' "http://127.0.0.1:$port/story-$i/"
done | sort -n | awk '{ms[NR] = $1 * 1000} END {printf "a dropped story: median %d ms, slowest of %d %d ms\n", ms[int((NR + 1) / 2)], NR, ms[NR]}'
sleep 10
echo "memory at rest: $(memory)"

kill "$server" && wait "$server" 2>/dev/null || true
start_server
until [ "$(get /)" = 200 ]; do
    kill -0 "$server" 2>/dev/null || { cat "$work/err" >&2; exit 1; }
    sleep 0.05
done
echo "list of $stories stories after a second start: $(since "$start"), $(cpu), $(memory)"
