<?php
/**
 * Plugin Name:       Attune
 * Description:       Assessment widgets for psychotherapy, as blocks and shortcodes. Answers stay in the database of this site. Nothing is sent to anyone else.
 * Version:           0.0.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The Attune contributors
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       attune
 * Domain Path:       /languages
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

const PLUGIN_FILE = __FILE__;
const FOLDER      = __DIR__;

/** The capability to read answers: the list, a record, exports. */
const READ_RECORDS = 'attune_read_records';

foreach ( [
	'settings',
	'access',
	'json-shape',
	'conditions',
	'item-values',
	'class-instrument',
	'instruments',
	'definition-faults',
	'own-instruments',
	'record-times',
	'read-record',
	'record-table',
	'sites',
	'keep-records',
	'sending-limits',
	'form-entries',
	'form-record',
	'rest-route',
	'form-post',
	'scripts',
	'fallback',
	'widget-markup',
	'blocks',
	'shortcodes',
	'retention',
	'privacy',
] as $attune_part ) {
	require __DIR__ . "/includes/$attune_part.php";
}
unset( $attune_part );

if ( is_admin() ) {
	foreach ( [ 'record-words', 'csv', 'downloads', 'records-page', 'record-page', 'instruments-page', 'settings-page' ] as $attune_part ) {
		require __DIR__ . "/admin/$attune_part.php";
	}
	unset( $attune_part );
}

register_activation_hook( __FILE__, __NAMESPACE__ . '\\prepare_site' );
register_deactivation_hook( __FILE__, __NAMESPACE__ . '\\stop_retention' );

add_action(
	'init',
	function () {
		load_plugin_textdomain( 'attune', false, dirname( plugin_basename( PLUGIN_FILE ) ) . '/languages' );
		prepare_site();
	},
	5
);
