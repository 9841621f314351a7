<?php
/**
 * The settings of the plugin: one option, with defaults that keep the least about people.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

const SETTINGS = 'attune_settings';

/**
 * All settings, each with its type.
 *
 * - `senders`: `anyone`, or `members` (people who are logged in).
 * - `link_users`: store which user of this site sent a record.
 * - `retention_days`: delete records that are older; 0 keeps them.
 * - `records_per_hour`: more new records in one hour are refused.
 * - `delete_on_uninstall`: delete records and settings when the plugin is deleted.
 *
 * @return array{senders: string, link_users: bool, retention_days: int, records_per_hour: int, delete_on_uninstall: bool}
 */
function settings() {
	$stored = get_option( SETTINGS, [] );
	return clean_settings( is_array( $stored ) ? $stored : [] );
}

/**
 * Settings of the right types from anything that was stored or sent. What cannot be used becomes the default.
 *
 * @param array $given Values by name.
 * @return array
 */
function clean_settings( $given ) {
	$number = function ( $name, $default, $most ) use ( $given ) {
		$value = isset( $given[ $name ] ) && is_numeric( $given[ $name ] ) ? (int) $given[ $name ] : $default;
		return $value < 0 ? $default : min( $value, $most );
	};
	return [
		'senders'             => isset( $given['senders'] ) && 'members' === $given['senders'] ? 'members' : 'anyone',
		'link_users'          => ! empty( $given['link_users'] ),
		'retention_days'      => $number( 'retention_days', 0, 36500 ),
		'records_per_hour'    => max( 1, $number( 'records_per_hour', 300, 100000 ) ),
		'delete_on_uninstall' => ! empty( $given['delete_on_uninstall'] ),
	];
}
