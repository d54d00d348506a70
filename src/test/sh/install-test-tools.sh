#!/bin/sh
# Installs the missing programs that the tests need beyond Maven and npm: Chromium without a window
# (reads the pages, at two thirds of the cost of one that could have a window), nginx, Apache and
# Caddy (serve published pages), WordPress with PHP and MariaDB (embeds maps), GDAL's command line
# and QGIS (open the layers), and PostgreSQL with PostGIS. Installs on Debian as root; elsewhere it
# prints what to install.
set -eu

missing=""
command -v "${CHROMIUM:-chromium-headless-shell}" >/dev/null || missing="chromium-headless-shell"
command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
command -v apache2 >/dev/null || [ -x /usr/sbin/apache2 ] || missing="$missing apache2-bin"
command -v caddy >/dev/null || missing="$missing caddy"
[ -f /usr/share/wordpress/wp-load.php ] || missing="$missing wordpress"
[ -d /usr/share/wordpress/wp-content/themes/twentytwentythree ] || missing="$missing wordpress-theme-twentytwentythree"
command -v php >/dev/null || missing="$missing php-cli"
php -m 2>/dev/null | grep -q mysqli || missing="$missing php-mysql"
command -v mariadbd >/dev/null || [ -x /usr/sbin/mariadbd ] || missing="$missing mariadb-server"
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
    echo "or skip these tests: mvn verify -DskipITs. To use another Chromium, set CHROMIUM to its path; for another" >&2
    echo "Python with QGIS, set QGIS_PYTHON." >&2
    exit 1
fi
