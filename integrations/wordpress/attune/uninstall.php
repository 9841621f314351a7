<?php
/**
 * Runs when the plugin is deleted. Answers are kept, unless an administrator has asked for the opposite in the settings.
 *
 * @package Attune
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Removes what the plugin has stored on the present site. */
function attune_uninstall_site() {
	wp_clear_scheduled_hook( 'attune_retention' );
	$settings = get_option( 'attune_settings' );
	if ( empty( $settings['delete_on_uninstall'] ) ) {
		return;
	}
	global $wpdb;
	$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->prefix}attune_records" ); // phpcs:ignore WordPress.DB
	foreach ( array( 'attune_settings', 'attune_own_instruments', 'attune_table_version', 'attune_capability_granted' ) as $name ) {
		delete_option( $name );
	}
	foreach ( wp_roles()->role_objects as $role ) {
		$role->remove_cap( 'attune_read_records' );
	}
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $attune_site ) {
		switch_to_blog( $attune_site );
		attune_uninstall_site();
		restore_current_blog();
	}
} else {
	attune_uninstall_site();
}
