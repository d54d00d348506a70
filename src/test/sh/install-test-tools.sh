#!/bin/sh
# Installs what the tests need beyond Maven and npm, where it is missing: Chromium, which reads the pages, nginx, which
# serves published ones, GDAL's command line and QGIS, which open the layers, and PostgreSQL with PostGIS, which holds what
# outgrows memory. On Debian as root; elsewhere it says what to install.
set -eu

missing=""
command -v "${CHROMIUM:-chromium}" >/dev/null || missing="chromium"
command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
command -v ogrinfo >/dev/null || missing="$missing gdal-bin"
"${QGIS_PYTHON:-/usr/bin/python3}" -c "import qgis.core" 2>/dev/null || missing="$missing python3-qgis qgis-providers"
ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 || missing="$missing postgresql postgresql-postgis"
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing for the tests: $missing"
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "The tests need: $missing. Install them with the system's package manager (Debian: apt-get install $missing)," >&2
    echo "or leave these tests out: mvn verify -DskipITs. Another Chromium: set CHROMIUM to its path; another" >&2
    echo "Python for QGIS: QGIS_PYTHON." >&2
    exit 1
fi
