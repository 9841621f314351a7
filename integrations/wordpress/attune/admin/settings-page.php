<?php
/**
 * The page "Settings" of the plugin.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

add_action(
	'admin_menu',
	function () {
		add_submenu_page( 'attune', __( 'Attune settings', 'attune' ), __( 'Settings', 'attune' ), 'manage_options', 'attune-settings', __NAMESPACE__ . '\\show_settings_page' );
	}
);
add_action( 'admin_post_attune_settings', __NAMESPACE__ . '\\save_settings' );
add_filter(
	'plugin_action_links_' . plugin_basename( PLUGIN_FILE ),
	function ( $links ) {
		$kept = settings()['delete_on_uninstall'] ? __( 'Deleting the plugin deletes all answers', 'attune' ) : __( 'Answers stay if you delete the plugin', 'attune' );
		return array_merge( $links, [ '<a href="' . esc_url( admin_url( 'admin.php?page=attune-settings' ) ) . '">' . esc_html__( 'Settings', 'attune' ) . '</a>', esc_html( $kept ) ] );
	}
);

/** Stores the settings, and returns to the page. */
function save_settings() {
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html__( 'You may not change the settings.', 'attune' ), '', [ 'response' => 403 ] );
	}
	check_admin_referer( 'attune_settings' );
	$given = isset( $_POST['attune'] ) && is_array( $_POST['attune'] ) ? wp_unslash( $_POST['attune'] ) : []; // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- Cleaned below.
	update_option( SETTINGS, clean_settings( $given ) );
	set_reading_roles( array_map( 'sanitize_key', (array) ( $given['roles'] ?? [] ) ) );
	wp_safe_redirect( add_query_arg( 'saved', 1, admin_url( 'admin.php?page=attune-settings' ) ) );
	exit;
}

/** Shows the settings. */
function show_settings_page() {
	$settings = settings();
	echo '<div class="wrap"><h1>' . esc_html__( 'Attune settings', 'attune' ) . '</h1>';
	// phpcs:ignore WordPress.Security.NonceVerification
	if ( isset( $_GET['saved'] ) ) {
		echo '<div class="notice notice-success"><p>' . esc_html__( 'The settings were saved.', 'attune' ) . '</p></div>';
	}
	echo '<form method="post" action="' . esc_url( admin_url( 'admin-post.php' ) ) . '"><input type="hidden" name="action" value="attune_settings">';
	wp_nonce_field( 'attune_settings' );
	echo '<table class="form-table" role="presentation">';
	setting_row(
		__( 'Who may send answers', 'attune' ),
		choice_html( 'senders', 'anyone', $settings['senders'], __( 'Everyone who sees the page', 'attune' ) )
		. choice_html( 'senders', 'members', $settings['senders'], __( 'People who are logged in', 'attune' ) )
	);
	setting_row( __( 'Link to accounts', 'attune' ), check_html( 'link_users', $settings['link_users'], __( 'Store with each record which user sent it, if they are logged in', 'attune' ), __( 'Needed for the personal data export and erasure of WordPress. Without it nobody can tell from the database who sent an answer.', 'attune' ) ) );
	setting_row( __( 'Who may read answers', 'attune' ), roles_html() );
	setting_row( __( 'Delete after', 'attune' ), number_html( 'retention_days', $settings['retention_days'], 0, __( 'days. 0 keeps answers until you delete them. The law of your country may ask you to keep them or to delete them.', 'attune' ) ) );
	setting_row( __( 'At most', 'attune' ), number_html( 'records_per_hour', $settings['records_per_hour'], 1, __( 'new records in one hour. More are refused; the person keeps their answers and can send later.', 'attune' ) ) );
	setting_row( __( 'When the plugin is deleted', 'attune' ), check_html( 'delete_on_uninstall', $settings['delete_on_uninstall'], __( 'Delete all answers and settings too', 'attune' ), __( 'Without this, answers stay in the database when you delete the plugin, and are there again if you install it again.', 'attune' ) ) );
	echo '</table>';
	submit_button();
	echo '</form></div>';
}

/**
 * One row of the settings.
 *
 * @param string $name The name.
 * @param string $html The controls, as HTML that is escaped.
 */
function setting_row( $name, $html ) {
	// phpcs:ignore WordPress.Security.EscapeOutput -- Escaped by the functions below.
	echo '<tr><th scope="row">' . esc_html( $name ) . '</th><td><fieldset><legend class="screen-reader-text">' . esc_html( $name ) . '</legend>' . $html . '</fieldset></td></tr>';
}

/**
 * A radio button.
 *
 * @param string $name   The setting.
 * @param string $value  Its value.
 * @param string $stored What is stored.
 * @param string $label  The label.
 * @return string
 */
function choice_html( $name, $value, $stored, $label ) {
	return '<label><input type="radio" name="attune[' . esc_attr( $name ) . ']" value="' . esc_attr( $value ) . '"' . checked( $stored, $value, false ) . '> ' . esc_html( $label ) . '</label><br>';
}

/**
 * A checkbox with its explanation.
 *
 * @param string $name   The setting.
 * @param bool   $stored What is stored.
 * @param string $label  The label.
 * @param string $help   The explanation.
 * @return string
 */
function check_html( $name, $stored, $label, $help ) {
	return '<label><input type="checkbox" name="attune[' . esc_attr( $name ) . ']" value="1"' . checked( $stored, true, false ) . '> ' . esc_html( $label ) . '</label><p class="description">' . esc_html( $help ) . '</p>';
}

/**
 * A field for a number.
 *
 * @param string $name   The setting.
 * @param int    $stored What is stored.
 * @param int    $least  The least number.
 * @param string $label  The words after it.
 * @return string
 */
function number_html( $name, $stored, $least, $label ) {
	return '<label><input type="number" class="small-text" min="' . (int) $least . '" name="attune[' . esc_attr( $name ) . ']" value="' . (int) $stored . '"> ' . esc_html( $label ) . '</label>';
}

/**
 * A checkbox for each role.
 *
 * @return string
 */
function roles_html() {
	$html = '';
	foreach ( wp_roles()->role_objects as $name => $role ) {
		$html .= '<label><input type="checkbox" name="attune[roles][]" value="' . esc_attr( $name ) . '"' . checked( $role->has_cap( READ_RECORDS ), true, false ) . '> ' . esc_html( translate_user_role( wp_roles()->role_names[ $name ] ) ) . '</label><br>';
	}
	return $html . '<p class="description">' . esc_html__( 'The roles with the capability attune_read_records. They see every answer, and can delete and export them.', 'attune' ) . '</p>';
}
