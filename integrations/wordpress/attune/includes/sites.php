<?php
/**
 * What each site has of its own: a table, a capability for its administrators, and a daily task. In a network, a site gets them at its
 * first request after the plugin is there, also a site that is made later.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

add_filter( 'wpmu_drop_tables', __NAMESPACE__ . '\\tables_of_site', 10, 2 );

/** Gives the present site what it does not have yet. */
function prepare_site() {
	if ( (int) get_option( 'attune_table_version' ) >= TABLE_VERSION ) {
		return;
	}
	install_table();
	grant_capability();
}

/**
 * Calls a function on each site on which the plugin was active: on all sites of a network, or on this one.
 *
 * @param bool     $is_network Whether it was active in the whole network.
 * @param callable $work       The function.
 */
function on_each_site( $is_network, $work ) {
	if ( ! $is_network ) {
		$work();
		return;
	}
	foreach ( get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) as $site ) {
		switch_to_blog( $site );
		$work();
		restore_current_blog();
	}
}

/**
 * The tables that go when a site of a network is deleted, with that of the answers.
 *
 * @param string[] $tables The names of tables.
 * @param int      $site   The id of the site.
 * @return string[]
 */
function tables_of_site( $tables, $site ) {
	global $wpdb;
	$tables[] = $wpdb->get_blog_prefix( $site ) . 'attune_records';
	return $tables;
}
