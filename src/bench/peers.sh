# Part of scale.sh: compares the small bbox query with MapServer 8 and QGIS Server, two processes
# each behind nginx, on the same table. All three answer with OGC API - Features in GeoJSON with id,
# name, kind and date, over persistent connections. Missing Debian packages are installed if this
# runs as root; otherwise the comparison is skipped.

peers_packages="cgi-mapserver qgis-server python3-qgis spawn-fcgi multiwatch"
missing=$(for package in $peers_packages; do dpkg -s "$package" >/dev/null 2>&1 || echo "$package"; done | xargs)
if [ -n "$missing" ] && [ "$(id -u)" = 0 ]; then
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >"$work/apt" 2>&1 || tail -2 "$work/apt"
fi

sizes=$(for count in $counts_peers; do case " $counts_store " in *" $count "*) echo "$count" ;; esac; done | xargs)
for count in $sizes; do
    columns=$(sql "select string_agg('p' || place || ' as ' || (property ->> 'name'), ', ' order by place)
        from dateline.collection, json_array_elements(schema -> 'properties') with ordinality as all_of (property, place)
        where id = 'p$count' and property ->> 'name' in ('name', 'kind', 'date')")
    sql "create view public.peer_points_$count as select id, $columns, geometry, seq
        from dateline.items_$(sql "select version from dateline.collection where id = 'p$count'")"
done

serve_mapserver() {
    {
        echo "MAP
  NAME 'events'
  EXTENT 60 23 78 38
  UNITS DD
  PROJECTION 'init=epsg:4326' END
  WEB METADATA
    'ows_title' 'Points' 'ows_srs' 'EPSG:4326' 'ows_enable_request' '*'
    'oga_onlineresource' 'http://127.0.0.1:$peers_port/mapserver/points/ogcapi'
  END END"
        for count in $sizes; do
            echo "  LAYER
    NAME p$count
    TYPE POINT
    STATUS ON
    CONNECTIONTYPE POSTGIS
    CONNECTION 'host=127.0.0.1 port=$postgres_port user=dateline dbname=dateline'
    DATA 'geometry from public.peer_points_$count using unique seq using srid=4326'
    EXTENT 60 23 78 38
    PROCESSING 'CLOSE_CONNECTION=DEFER'
    PROJECTION 'init=epsg:4326' END
    TEMPLATE 'none'
    METADATA 'ows_title' 'p$count' 'gml_include_items' 'id,name,kind,date' 'ows_include_items' 'id,name,kind,date' 'ows_featureid' 'id' END
  END"
        done
        echo END
    } >"$work/peers/points.map"
    cat >"$work/peers/mapserver.conf" <<CONF
CONFIG
  ENV
    OGCAPI_HTML_TEMPLATE_DIRECTORY "/usr/share/mapserver/ogcapi/templates/html-bootstrap4/"
  END
  MAPS
    points "$work/peers/points.map"
  END
END
CONF
    MAPSERVER_CONFIG_FILE=$work/peers/mapserver.conf spawn-fcgi -n -M 0666 -s "$work/peers/mapserver.sock" -- \
        /usr/bin/multiwatch -f 2 -- /usr/lib/cgi-bin/mapserv >"$work/peers/mapserver.log" 2>&1 &
    peers="$peers $!"
    disown $!
}

serve_qgis() {
    QT_QPA_PLATFORM=offscreen HOME=$work/peers /usr/bin/python3 - "$work/peers/points.qgs" $sizes >"$work/peers/project.log" 2>&1 <<PYTHON || return 1
import sys
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
project = QgsProject.instance()
project.setTitle("Points")
project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
project.writeEntry("WMSCrsList", "/", ["EPSG:4326"])
ids = []
for count in sys.argv[2:]:
    layer = QgsVectorLayer(
        "dbname='dateline' host=127.0.0.1 port=$postgres_port user='dateline' key='seq' estimatedmetadata=true srid=4326"
        " type=Point checkPrimaryKeyUnicity='0' table=\"public\".\"peer_points_%s\" (geometry)" % count,
        "p" + count, "postgres")
    assert layer.isValid(), layer.error().message()
    project.addMapLayer(layer)
    ids.append(layer.id())
project.writeEntry("WFSLayers", "/", ids)
assert project.write(sys.argv[1])
PYTHON
    mkdir -p "$work/peers/run"
    chmod 700 "$work/peers/run"
    QGIS_PROJECT_FILE=$work/peers/points.qgs QT_QPA_PLATFORM=offscreen HOME=$work/peers XDG_RUNTIME_DIR=$work/peers/run \
        QGIS_SERVER_LOG_LEVEL=2 QGIS_SERVER_LOG_STDERR=1 spawn-fcgi -n -M 0666 -s "$work/peers/qgis.sock" -- \
        /usr/bin/multiwatch -f 2 -- /usr/lib/cgi-bin/qgis_mapserv.fcgi >"$work/peers/qgis.log" 2>&1 &
    peers="$peers $!"
    disown $!
}

beside() { # name, records, our address, its address
    local got=0 rate half most peer_rate peer_half peer_most ratio most_ratio
    rm -f "$work/peers/answer"
    # The first request of each process opens the map or project.
    for _ in 1 2 3; do curl -s -m 60 "$4" -o "$work/peers/answer" -w '%{http_code}' >"$work/peers/status" || true; done
    [ "$(cat "$work/peers/status")" != 200 ] || got=$(grep -o '"Feature"' "$work/peers/answer" | wc -l)
    if [ "$got" -eq 0 ]; then
        echo "$1, $2 records: skipped, the server answers $(cat "$work/peers/status") $(head -c 200 "$work/peers/answer" 2>/dev/null | tr '\n' ' ')"
        return
    fi
    load 16 "$seconds" identity "$4" >/dev/null
    read -r rate half most peer_rate peer_half peer_most ratio most_ratio < <(pairs identity "$3" "$4")
    if [ -s "$work/refused" ]; then
        echo "$1, $2 records: skipped, some requests failed"
        return
    fi
    printf '%-14s %10d %5d %7d | %9.1f %9.1f %6.1f | %8.2f %8.2f %8.2f %8.2f\n' "$1" "$2" "$got" "$(stat -c %s "$work/peers/answer")" "$rate" "$peer_rate" "$ratio" "$half" "$peer_half" "$most" "$peer_most"
    printf 'small bbox beside %s,in PostGIS,%s,%s,%s,%.1f,%.1f,%.4f,%.3f,%.3f,%.3f,%.3f,%.4f\n' "$1" "$2" "$got" "$(stat -c %s "$work/peers/answer")" "$rate" "$peer_rate" "$ratio" "$half" "$most" "$peer_half" "$peer_most" "$most_ratio" >>"$table"
}

peers_nginx() {
    cat >"$work/peers/nginx.conf" <<CONF
worker_processes auto; daemon off; pid $work/peers/nginx.pid; error_log $work/peers/nginx.log;
events { worker_connections 256; }
http {
  access_log off; keepalive_requests 1000000; keepalive_timeout 60; fastcgi_buffers 32 16k;
  client_body_temp_path $work/b; proxy_temp_path $work/p; fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;
  server {
    listen 127.0.0.1:$peers_port;
    location /mapserver/ {
      include /etc/nginx/fastcgi_params;
      fastcgi_split_path_info ^(/mapserver)(/.*)\$;
      fastcgi_param PATH_INFO \$fastcgi_path_info;
      fastcgi_pass unix:$work/peers/mapserver.sock;
    }
    location /wfs3/ { include /etc/nginx/fastcgi_params; fastcgi_pass unix:$work/peers/qgis.sock; }
  }
}
CONF
    nginx -p "$work" -c "$work/peers/nginx.conf" 2>/dev/null &
    peers="$peers $!"
    disown $!
}

echo
missing=$(for package in $peers_packages; do dpkg -s "$package" >/dev/null 2>&1 || echo "$package"; done | xargs)
if [ -n "$missing" ]; then
    echo "comparison with MapServer and QGIS Server: skipped, missing packages: $missing (Debian: apt-get install $missing)"
elif [ -n "$sizes" ]; then
    mkdir -p "$work/peers"
    serve_mapserver
    serve_qgis || echo "QGIS Server: creating the project failed: $(tail -1 "$work/peers/project.log")"
    peers_nginx
    printf '%-14s %10s %5s %7s | %9s %9s %6s | %8s %8s %8s %8s\n' peer records in bytes "our req/s" "peer req/s" ratio "our p50" "peer p50" "our p99" "peer p99"
    for count in $sizes; do
        bbox=$(small_box "http://127.0.0.1:$port/ogc/collections/p$count/items" "$count")
        ours="http://127.0.0.1:$port/ogc/collections/p$count/items?limit=1000&properties=id,name,kind,date&bbox=$bbox"
        beside MapServer "$count" "$ours" "http://127.0.0.1:$peers_port/mapserver/points/ogcapi/collections/p$count/items?f=json&limit=1000&bbox=$bbox"
        beside "QGIS Server" "$count" "$ours" "http://127.0.0.1:$peers_port/wfs3/collections/p$count/items.json?limit=1000&bbox=$bbox"
    done
fi
