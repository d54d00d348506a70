#!/usr/bin/env bash
# Measures the packaged program (mvn package) on collections of growing size, in memory and in PostGIS. Prints
#   requests per second and the 50th and 99th percentile of the response times for a small bbox query (another box in
#   each request, and the same box again), a page of 1 000 features and a cached vector tile, compared with nginx
#   sending the same bytes in the same run (the median of three alternating pairs); the same for the site's pages with
#   gzip; vector tiles that are not cached yet; the small bbox query compared with MapServer and QGIS Server on the same
#   table; and how the query's time grows with the collection, over one connection.
# The small bbox lies around the middle of each collection and contains 117 of its records. Writes
# target/bench/scale.csv and scale.svg. QUICK=1 measures less.
# Needs curl, nginx, wrk and PostgreSQL with PostGIS (Debian: apt-get install curl nginx-light wrk
# postgresql-15-postgis-3); for the peers see peers.sh. About 6 GB of disk and 10 GB of memory. All traffic stays on
# 127.0.0.1.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [ "${QUICK:-}" = 1 ]; then
    counts_memory=${COUNTS_MEMORY:-"1000 20000"}
    counts_store=${COUNTS_STORE:-"1000 100000"}
    seconds=${SECONDS_EACH:-1}
    tiles_per_zoom=${TILES_PER_ZOOM:-20}
else
    counts_memory=${COUNTS_MEMORY:-"1000 100000 1000000"}
    counts_store=${COUNTS_STORE:-"1000 100000 1000000 10000000"}
    seconds=${SECONDS_EACH:-3}
    tiles_per_zoom=${TILES_PER_ZOOM:-60}
fi
counts_peers=${COUNTS_PEERS:-"100000 10000000"}
answers=117
port=18201
nginx_port=18202
peers_port=18203
postgres_port=18204
java=$(command -v java)
"$java" -version 2>&1 | grep -q '"2[5-9]' || java=$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)
postgres=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
work=$(mktemp -d)
chmod 755 "$work" # nginx and PostgreSQL, started by root, read and write as other users
server=""
nginx=""
peers=""

finish() {
    for p in $server $nginx; do kill "$p" 2>/dev/null || true; done
    # Killed, because the workers would stop only after one more request, and multiwatch would restart them.
    for p in $peers; do kill -KILL "$p" $(pgrep -P "$p") 2>/dev/null || true; done
    wait 2>/dev/null || true
    as_postgres "$postgres/pg_ctl" -D "$work/store" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap finish EXIT

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
dateline() { "$java" --enable-native-access=ALL-UNNAMED -jar target/dateline.jar "$@"; }
median() { sort -g | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
calculate() { awk "BEGIN {print $1}"; }

mkdir -p target/bench "$work/www"
table=target/bench/scale.csv
echo "what,store,records,returned,bytes,req_s,nginx_req_s,ratio,p50_ms,p99_ms,nginx_p50_ms,nginx_p99_ms,p99_ratio" >"$table"

cat >"$work/nginx.conf" <<CONF
worker_processes auto; daemon off; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 256; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; gzip_static on;
  client_body_temp_path $work/b; proxy_temp_path $work/p; fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;
  server { listen 127.0.0.1:$nginx_port; root $work/www; }
}
CONF
nginx -p "$work" -c "$work/nginx.conf" 2>/dev/null &
nginx=$!

start() { # heap, further arguments
    local heap=$1
    shift
    "$java" @src/main/jvm/serve.options -XX:AOTCache=target/dateline.aot -Xmx"$heap" -jar target/dateline.jar serve --port $port "$@" >"$work/log" 2>&1 &
    server=$!
    until curl -sf -o /dev/null "http://127.0.0.1:$port/ogc/collections"; do
        kill -0 "$server" 2>/dev/null || { server=""; return 1; }
        sleep 0.2
    done
    # Wait until the server has prepared its site in the background, to measure a server at rest.
    local before after
    before=$(ticks)
    while sleep 2; after=$(ticks); [ $((after - before)) -gt 20 ]; do before=$after; done
}
ticks() { awk '{print $14 + $15}' "/proc/$server/stat"; }
stop() {
    kill "$server"
    wait "$server" 2>/dev/null || true
    server=""
}

# Prints requests per second and the 50th and 99th percentile in milliseconds. Failed requests are
# reported, and noted in $work/refused. A bbox is another one in each request, unless $again is set.
load() { # connections, seconds, encoding, address
    local script=()
    [ -n "${again:-}" ] || [[ $4 != *bbox=* ]] || script=(-s src/bench/boxes.lua)
    wrk -t1 -c"$1" -d"$2s" "${script[@]}" --latency -H "Accept-Encoding: $3" "$4" >"$work/wrk"
    if grep -E 'Non-2xx|Socket errors' "$work/wrk" >>"$work/refused"; then
        echo "! $(tail -1 "$work/refused" | xargs), of $4" >&2
    fi
    awk 'function ms(t) {return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t ~ /s$/ ? t * 1000 : t * 60000}
        $1 == "50%" {half = ms($2)} $1 == "99%" {most = ms($2)} /^Requests\/sec/ {print $2, half, most}' "$work/wrk"
}
# Runs three alternating pairs, after warming up the first server: prints the medians of both
# servers' results, and of the ratios of their request rates and of their 99th percentiles.
pairs() { # encoding, address, the other's address
    : >"$work/refused"
    load 16 $((2 * seconds)) "$1" "$2" >/dev/null # warm up the JVM
    for _ in 1 2 3; do
        echo "$(load 16 "$seconds" "$1" "$2") $(load 16 "$seconds" "$1" "$3")" | awk '{print $0, $1 / $4, $3 / $6}'
    done >"$work/pairs"
    for column in 1 2 3 4 5 6 7 8; do cut -d' ' -f$column "$work/pairs" | median; done | xargs
}

head_of_table() {
    printf '\n%-34s %10s %5s %7s | %9s %9s %6s | %8s %8s %8s %6s\n' "$1" records in bytes req/s "nginx's" ratio "p50 ms" "p99 ms" "nginx's" ratio
}

measure() { # what, store, records of the collection, records of the answer, address, encoding
    local what=$1 store=$2 records=$3 returned=$4 address=$5 encoding=${6:-identity}
    curl -sf -H "Accept-Encoding: $encoding" "$address" -o "$work/www/answer.gz"
    if [ "$encoding" = gzip ] && gunzip -kc "$work/www/answer.gz" >"$work/www/answer" 2>/dev/null; then
        cp "$work/www/answer.gz" "$work/same"
    else
        mv "$work/www/answer.gz" "$work/www/answer"
        cp "$work/www/answer" "$work/same"
    fi
    local bytes ours half most theirs nginx_half nginx_most ratio most_ratio
    bytes=$(stat -c %s "$work/same")
    curl -sf -H "Accept-Encoding: $encoding" "http://127.0.0.1:$nginx_port/answer" | cmp - "$work/same"
    read -r ours half most theirs nginx_half nginx_most ratio most_ratio < <(pairs "$encoding" "$address" "http://127.0.0.1:$nginx_port/answer")
    rm -f "$work/www/answer" "$work/www/answer.gz"
    if [ -s "$work/refused" ]; then
        echo "$what, $store, $records: skipped, some requests failed"
        return
    fi
    printf '%-34s %10s %5s %7d | %9.0f %9.0f %6.3f | %8.2f %8.2f %8.2f %6.1f\n' "$what, $store" "$records" "$returned" "$bytes" "$ours" "$theirs" "$ratio" "$half" "$most" "$nginx_most" "$most_ratio"
    printf '%s,%s,%s,%s,%d,%.1f,%.1f,%.4f,%.3f,%.3f,%.3f,%.3f,%.2f\n' "$what" "$store" "$records" "$returned" "$bytes" "$ours" "$theirs" "$ratio" "$half" "$most" "$nginx_half" "$nginx_most" "$most_ratio" >>"$table"
}

# Growth is measured over one connection, so that no request waits for another, and for all
# collections of a server in turn, so that other load on the machine affects them alike. Each line
# of $work/alone: store, records, address.
alone() {
    local store records address
    while IFS='|' read -r store records address; do load 1 "$seconds" identity "$address" >/dev/null </dev/null; done <"$work/alone"
    for _ in 1 2 3; do
        while IFS='|' read -r store records address; do
            load 1 "$seconds" identity "$address" </dev/null >>"$work/alone-$records"
        done <"$work/alone"
    done
    while IFS='|' read -r store records address; do
        printf 'small bbox alone,%s,%s,%s,,%.1f,,,%.3f,%.3f,,,\n' "$store" "$records" "$answers" \
            $(for column in 1 2 3; do cut -d' ' -f$column "$work/alone-$records" | median; done) >>"$table"
    done <"$work/alone"
    rm "$work"/alone*
}

# A box around the middle that covers a share of the area.
box() { awk -v share="$1" 'BEGIN {s = sqrt(share) / 2; printf "%.7f,%.7f,%.7f,%.7f", 69 - 18 * s, 30.5 - 15 * s, 69 + 18 * s, 30.5 + 15 * s}'; }
returned() { curl -sf "$1" | grep -o '"numberReturned":[0-9]*' | cut -d: -f2; }
# Adjusts the box until it contains the wanted number of records, or as close to it as possible.
small_box() { # address of items, records
    local low high middle got
    low=$(calculate "$answers / $2 / 4")
    high=$(calculate "4 * $answers / $2 < 1 ? 4 * $answers / $2 : 1")
    for _ in $(seq 24); do
        middle=$(calculate "($low + $high) / 2")
        got=$(returned "$1?limit=1000&bbox=$(box "$middle")")
        [ "$got" -ne "$answers" ] || break
        if [ "$got" -lt "$answers" ]; then low=$middle; else high=$middle; fi
    done
    box "$middle"
}

# The tile in the middle, at the zoom level whose tiles contain about 250 records: zoom/row/column
# and its box.
middle_tile() {
    awk -v records="$1" 'BEGIN {
        pi = atan2(0, -1)
        z = int(log(records * 360 * 360 * 0.862 / 270 / 250) / log(4) + 0.5); n = 2 ^ z
        r = 30.5 * pi / 180
        x = int((69 + 180) / 360 * n); y = int((1 - log(sin(r) / cos(r) + 1 / cos(r)) / pi) / 2 * n)
        north = latitude(y); south = latitude(y + 1)
        printf "%d/%d/%d %.6f,%.6f,%.6f,%.6f", z, y, x, x / n * 360 - 180, south, (x + 1) / n * 360 - 180, north
    }
    function latitude(y, e) {e = exp(pi * (1 - 2 * y / n)); return atan2((e - 1 / e) / 2, 1) * 180 / pi}'
}

misses() { # store, records, address of the tile set
    local asked half most longest zoom failed
    for connections in 1 6; do
        read -r asked half most longest zoom failed < <("$java" src/bench/TileMisses.java "$3" $connections "$tiles_per_zoom" $connections)
        printf '%-34s %10s   %d tiles over %d connections: p50 %.1f ms, p99 %.1f ms, the slowest (zoom %d) %.1f ms, %d failed\n' \
            "tiles that are made, $1" "$2" "$asked" "$connections" "$half" "$most" "$zoom" "$longest" "$failed"
        printf 'tile made over %d connections,%s,%s,,,,,,%.3f,%.3f,,,\n' "$connections" "$1" "$2" "$half" "$most" >>"$table"
    done
}

queries() { # store, records, address of the collection
    local bbox tile tile_box
    bbox=$(small_box "$3/items" "$2")
    # New kinds of requests stay slow for longer than one measurement's warm-up.
    load 16 $((4 * seconds)) identity "$3/items?limit=1000&bbox=$bbox" >/dev/null
    measure "small bbox" "$1" "$2" "$(returned "$3/items?limit=1000&bbox=$bbox")" "$3/items?limit=1000&bbox=$bbox"
    again=1 measure "small bbox again" "$1" "$2" "$(returned "$3/items?limit=1000&bbox=$bbox")" "$3/items?limit=1000&bbox=$bbox"
    measure "page of 1 000" "$1" "$2" "$(returned "$3/items?limit=1000")" "$3/items?limit=1000"
    read -r tile tile_box < <(middle_tile "$2") || true
    measure "tile that is kept" "$1" "$2" "$(returned "$3/items?limit=1000&bbox=$tile_box")" "$3/tiles/WebMercatorQuad/$tile" gzip
    misses "$1" "$2" "$3/tiles/WebMercatorQuad"
    echo "$1|$2|$3/items?limit=1000&bbox=$bbox" >>"$work/alone"
}

memory() { # records
    COUNT=$1 bash src/bench/catalog.sh "$work/catalog"
    if start $((512 + $1 * 10 / 1000))m --geodata "$work/catalog"; then
        queries "in memory" "$1" "http://127.0.0.1:$port/ogc/collections/points"
        alone
        echo "  memory of the server: $(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$server/status") MB (heap: at most $((512 + $1 * 10 / 1000)) MB)"
        stop
    else
        echo "in memory, $1 records: refused; $(grep -v '^\[' "$work/log" | head -1)"
    fi
}

head_of_table "in memory"
for count in $counts_memory; do
    memory "$count"
    rm -rf "$work/catalog"
done

mkdir "$work/store" "$work/sockets"
if [ "$(id -u)" = 0 ]; then chown postgres "$work/store" "$work/sockets"; fi
as_postgres "$postgres/initdb" -D "$work/store" -U dateline -A trust -E UTF8 --locale=C.UTF-8 -N >/dev/null
as_postgres "$postgres/pg_ctl" -D "$work/store" -w -l "$work/sockets/log" -o "-p $postgres_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work/sockets -c shared_buffers=2GB -c max_wal_size=4GB" start >/dev/null
sql() { psql -qAt -h 127.0.0.1 -p $postgres_port -U dateline -d "${2:-dateline}" -c "$1"; }
sql "create database dateline" postgres
sql "create extension postgis"
export DATELINE_DATABASE="postgresql://dateline@127.0.0.1:$postgres_port/dateline"

echo
echo "into PostGIS"
for count in $counts_store; do
    COUNT=$count CLUSTERED=0 bash src/bench/points.sh >"$work/points.csv"
    begun=$(date +%s%N)
    dateline load "$work/points.csv" --collection "p$count" --mapping src/bench/points.yaml >"$work/loaded" 2>"$work/loading" || { tail "$work/loading" >&2; exit 1; }
    took=$((($(date +%s%N) - begun) / 1000000))
    awk -v n="$count" -v ms="$took" 'BEGIN {printf "load of %d records: %.1f s, %d rows/s from start to end; ", n, ms / 1000, n * 1000 / ms}'
    tail -1 "$work/loaded"
    printf 'rows loaded a second,in PostGIS,%s,,%s,%.1f,,,,,,,\n' "$count" "$(stat -c %s "$work/points.csv")" "$(calculate "$count * 1000 / $took")" >>"$table"
    rm "$work/points.csv"
done

# The catalog of five reports, together with the collections of the database.
start 256m --geodata geodata || { cat "$work/log" >&2; exit 1; }
for count in $counts_store; do
    until curl -sf -o /dev/null "http://127.0.0.1:$port/ogc/collections/p$count"; do sleep 0.2; done
done
head_of_table "in PostGIS"
for count in $counts_store; do
    queries "in PostGIS" "$count" "http://127.0.0.1:$port/ogc/collections/p$count"
done
alone
head_of_table "the catalog of five reports"
measure "a layer with gzip" "of the site" "" "" "http://127.0.0.1:$port/layers/places.geojson" gzip
measure "the page with gzip" "of the site" "" "" "http://127.0.0.1:$port/" gzip

. src/bench/peers.sh
stop

echo
echo "growth of the small bbox query's median with the collection, one connection"
awk -F, '$1 == "small bbox alone" {
    if (!($2 in first)) {first[$2] = $9; from[$2] = $3}
    printf "%-12s %10d records %8.3f ms, %.2f times that of %d\n", $2, $3, $9, $9 / first[$2], from[$2]
}' "$table"
"$java" src/bench/GrowthPlot.java "$table" target/bench/scale.svg "small bbox alone"
echo
echo "wrote $table and target/bench/scale.svg"
