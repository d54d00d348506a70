#!/usr/bin/env bash
# Measures grounds and streets of the packaged program (mvn package) on this machine and prints: how long the ground of a
# catalog takes to derive, and to read from the cache; requests per second for a tile of streets as a share of nginx's for
# the same bytes; and how long a picture of a street view takes. Needs curl, nginx and wrk (Debian: apt-get install curl
# nginx-light wrk). All traffic stays on 127.0.0.1. CLASSPATH replaces the packaged program.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${SECONDS_EACH:-8}
port=18084
nginx_port=18085
java=$(command -v java)
"$java" -version 2>&1 | grep -q '"2[5-9]' || java=$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)
classpath=${CLASSPATH:-target/dateline.jar}
work=$(mktemp -d)
chmod 755 "$work" # nginx, started by root, reads its files as another user
server=""
nginx=""
trap 'for p in $server $nginx; do kill "$p" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT

echo "== grounds"
# As the program runs: with the options of its start script, and with its cache of starts if that was made.
options=(@src/main/jvm/serve.options -Xmx256m)
[ -f "${classpath%.jar}.aot" ] && options+=("-XX:AOTCache=${classpath%.jar}.aot")
"$java"c -cp "$classpath" -d "$work/bench" src/bench/Grounds.java
"$java" "${options[@]}" -cp "$classpath:$work/bench" Grounds "$work/caches"

echo "== streets"
catalog=$work/catalog
cp -r src/test/resources/catalogs/market "$catalog"
cp src/test/resources/streets/blocks.shortbread.pmtiles "$catalog/city.pmtiles"
echo 'streets: city.pmtiles' >>"$catalog/catalog.yaml"
for i in 1 2 3 4 5 6 7 8; do
    printf 'title: "View %s"\ncaption: "A part."\nlayers: [places, events]\nbbox: [-122.398%s, 37.7925, -122.391%s, 37.7972]\n' \
        $i $i $i >"$catalog/views/part-$i.yaml"
done
DATELINE_CACHE=$work/caches "$java" "${options[@]}" -cp "$classpath" org.dateline.cli.Dateline serve \
    --geodata "$catalog" --port $port >"$work/log" 2>&1 &
server=$!
for _ in $(seq 600); do curl -sf -o "$work/page" "http://127.0.0.1:$port/" && break || sleep 0.1; done
[ -s "$work/page" ] || { cat "$work/log" >&2; exit 1; }
for i in 1 2 3 4 5 6 7 8; do
    curl -s -o "$work/part.png" -w "PNG of street view $i: %{time_total} s, %{size_download} bytes\n" "http://127.0.0.1:$port/embed/part-$i.png"
done
curl -s --compressed -o "$work/embed" "http://127.0.0.1:$port/embed/waterfront/"
echo "embed with streets, gzip: $(curl -s -H 'Accept-Encoding: gzip' "http://127.0.0.1:$port/embed/waterfront/" | wc -c) bytes"

tile=$(grep -o '"streets":{"url":"[^"]*/{z}' "$work/page" | sed 's/.*"url":"//; s/{z}//')14/2621/6331.mvt
mkdir -p "$work/www"
curl -s -H 'Accept-Encoding: gzip' -o "$work/www/tile.mvt" "http://127.0.0.1:$port/$tile"
echo "tile: $(wc -c <"$work/www/tile.mvt") bytes, gzip"
cat >"$work/nginx.conf" <<CONF
worker_processes auto; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; keepalive_requests 1000000;
  types { application/vnd.mapbox-vector-tile mvt; }
  client_body_temp_path $work/b; proxy_temp_path $work/p; fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;
  server { listen 127.0.0.1:$nginx_port; root $work/www; add_header Content-Encoding gzip; }
}
CONF
"$(command -v nginx || echo /usr/sbin/nginx)" -c "$work/nginx.conf" -g 'daemon off;' &
nginx=$!
sleep 1
rate() { wrk -t1 -c16 -d"$1"s -H 'Accept-Encoding: gzip' "$2" | awk '/Requests\/sec/ {print $2} /Non-2xx/ {print "failed" > "/dev/stderr"}'; }
rate 5 "http://127.0.0.1:$port/$tile" >/dev/null
for _ in 1 2 3; do
    ours=$(rate "$seconds" "http://127.0.0.1:$port/$tile")
    theirs=$(rate "$seconds" "http://127.0.0.1:$nginx_port/tile.mvt")
    echo "$ours $theirs" | awk '{printf "tile: %d requests/s, nginx %d, share %.2f\n", $1, $2, $1 / $2}'
done
