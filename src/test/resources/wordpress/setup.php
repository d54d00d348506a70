<?php
// Installs WordPress with an administrator and an author, and prints a password of each for programs.
define('WP_INSTALLING', true);
function wp_new_blog_notification(): void
{
    // No mail.
}
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Newsroom', 'admin', 'admin@example.org', true, '', 'admin');
wp_insert_user(['user_login' => 'author', 'user_pass' => 'author', 'role' => 'author']);
foreach (['admin', 'author'] as $name) {
    $user = get_user_by('login', $name);
    [$password] = WP_Application_Passwords::create_new_application_password($user->ID, ['name' => 'test']);
    echo $name, '=', $password, "\n";
}
