<?php
/**
 * Who may read answers, and which roles have the capability for it.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/** Gives the capability to administrators, once: an administrator may take it away from the role again. */
function grant_capability() {
	if ( get_option( 'attune_capability_granted' ) ) {
		return;
	}
	$role = get_role( 'administrator' );
	if ( $role ) {
		$role->add_cap( READ_RECORDS );
	}
	update_option( 'attune_capability_granted', 1, false );
}

/**
 * Gives the capability to these roles, and takes it from all others.
 *
 * @param string[] $names Names of roles.
 */
function set_reading_roles( $names ) {
	foreach ( wp_roles()->role_objects as $name => $role ) {
		if ( in_array( $name, $names, true ) ) {
			$role->add_cap( READ_RECORDS );
		} else {
			$role->remove_cap( READ_RECORDS );
		}
	}
}

/**
 * The user to store with a record, or null: only if the settings say so.
 *
 * @return int|null
 */
function user_to_link() {
	return settings()['link_users'] && is_user_logged_in() ? get_current_user_id() : null;
}
