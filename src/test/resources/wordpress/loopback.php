<?php
// In wp-content/mu-plugins. WordPress asks no address of its own machine, and no unusual port, what can be embedded from
// there: on a machine where both run for a test, it may.
add_filter('http_request_host_is_external', fn($external, $host) => $external || $host === '127.0.0.1', 10, 2);
add_filter('http_allowed_safe_ports', fn($ports) => [...$ports, (int) getenv('DATELINE_PORT')]);
