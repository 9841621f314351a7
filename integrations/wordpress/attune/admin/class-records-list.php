<?php
/**
 * The list of answers.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/** The table of records, in the form of the other lists of WordPress. */
final class Records_List extends \WP_List_Table {

	const PER_PAGE = 20;

	/** Names the rows. */
	public function __construct() {
		parent::__construct(
			[
				'singular' => 'record',
				'plural'   => 'records',
				'ajax'     => false,
			]
		);
	}

	/**
	 * What the address asks for.
	 *
	 * @return array A filter of `list_records`.
	 */
	public function filter() {
		// phpcs:disable WordPress.Security.NonceVerification -- It only shows.
		$instrument = isset( $_GET['instrument'] ) ? sanitize_text_field( wp_unslash( $_GET['instrument'] ) ) : '';
		$standing   = isset( $_GET['standing'] ) ? sanitize_key( $_GET['standing'] ) : 'current';
		// phpcs:enable
		return array_filter( [ 'instrument' => $instrument ] ) + ( 'all' === $standing ? [] : [ 'standing' => 'replaced' === $standing ? 'replaced' : 'current' ] );
	}

	/** Reads the rows of the present page. */
	public function prepare_items() {
		$filter                = $this->filter();
		$this->_column_headers = [ $this->get_columns(), [], [], 'title' ];
		$this->items           = list_records(
			$filter + [
				'limit'  => self::PER_PAGE,
				'offset' => self::PER_PAGE * ( $this->get_pagenum() - 1 ),
			]
		);
		$this->set_pagination_args(
			[
				'total_items' => count_records( $filter ),
				'per_page'    => self::PER_PAGE,
			]
		);
	}

	/**
	 * The columns.
	 *
	 * @return array<string, string>
	 */
	public function get_columns() {
		return [
			'title'    => __( 'Form', 'attune' ),
			'received' => __( 'Received', 'attune' ),
			'answered' => __( 'Answered', 'attune' ),
			'user'     => __( 'User', 'attune' ),
			'subject'  => __( 'Person or visit, as the page said', 'attune' ),
		];
	}

	/**
	 * The links above the list.
	 *
	 * @return array<string, string>
	 */
	protected function get_views() {
		$names   = [
			'current'  => __( 'Current', 'attune' ),
			'replaced' => __( 'Replaced by a later one', 'attune' ),
			'all'      => __( 'All', 'attune' ),
		];
		$filter  = $this->filter();
		$present = $filter['standing'] ?? 'all';
		$views   = [];
		foreach ( $names as $standing => $name ) {
			$count              = count_records( 'all' === $standing ? [] : [ 'standing' => $standing ] );
			$address            = records_address( [ 'standing' => $standing ] );
			$views[ $standing ] = '<a href="' . esc_url( $address ) . '"' . ( $present === $standing ? ' class="current" aria-current="page"' : '' ) . '>' . esc_html( $name ) . ' <span class="count">(' . number_format_i18n( $count ) . ')</span></a>';
		}
		return $views;
	}

	/**
	 * The choice of an instrument, and the downloads.
	 *
	 * @param string $which `top` or `bottom`.
	 */
	protected function extra_tablenav( $which ) {
		if ( 'top' !== $which ) {
			return;
		}
		$chosen = $this->filter()['instrument'] ?? '';
		echo '<div class="alignleft actions"><label class="screen-reader-text" for="attune-instrument">' . esc_html__( 'Form', 'attune' ) . '</label><select name="instrument" id="attune-instrument">';
		echo '<option value="">' . esc_html__( 'All forms', 'attune' ) . '</option>';
		foreach ( instrument_titles() as $id => $title ) {
			echo '<option value="' . esc_attr( $id ) . '"' . selected( $chosen, $id, false ) . '>' . esc_html( $title ) . '</option>';
		}
		echo '</select>';
		submit_button( __( 'Filter', 'attune' ), '', '', false );
		echo '</div><div class="alignleft actions">';
		echo '<a class="button" href="' . esc_url( download_address( 'csv', $chosen ) ) . '">' . esc_html__( 'Download CSV', 'attune' ) . '</a> ';
		echo '<a class="button" href="' . esc_url( download_address( 'jsonl', $chosen ) ) . '">' . esc_html__( 'Download JSON', 'attune' ) . '</a></div>';
	}

	/** Shown without records. */
	public function no_items() {
		esc_html_e( 'No answers yet.', 'attune' );
	}

	/**
	 * The first column: the form, and what can be done with the record.
	 *
	 * @param \stdClass $row A stored row.
	 */
	protected function column_title( $row ) {
		$words   = record_words( json_decode( $row->body ) );
		$actions = [
			'view'   => '<a href="' . esc_url( record_address( $row->record_id ) ) . '">' . esc_html__( 'View', 'attune' ) . '</a>',
			'delete' => '<a href="' . esc_url( record_address( $row->record_id ) . '#attune-delete' ) . '">' . esc_html__( 'Delete', 'attune' ) . '</a>',
		];
		$note    = $row->replaced_by ? ' — <span class="post-state">' . esc_html__( 'Replaced', 'attune' ) . '</span>' : '';
		return '<strong><a class="row-title" href="' . esc_url( record_address( $row->record_id ) ) . '" lang="' . esc_attr( $words['language'] ) . '">' . esc_html( $words['title'] ) . '</a>' . $note . '</strong><br><span class="description">' . esc_html( $row->instrument ) . '</span>' . $this->row_actions( $actions );
	}

	/**
	 * The other columns.
	 *
	 * @param \stdClass $row  A stored row.
	 * @param string    $name The name of the column.
	 */
	protected function column_default( $row, $name ) {
		$record = json_decode( $row->body );
		switch ( $name ) {
			case 'received':
				return esc_html( get_date_from_gmt( $row->received_at, get_option( 'date_format' ) . ' ' . get_option( 'time_format' ) ) );
			case 'answered':
				return esc_html( number_format_i18n( count( $record->answers ) ) );
			case 'user':
				$user = $row->user_id ? get_userdata( (int) $row->user_id ) : null;
				return $user ? esc_html( $user->display_name ) : '—';
			default:
				$said = array_filter( [ $record->subject ?? '', $record->encounter ?? '' ] );
				return $said ? esc_html( implode( ', ', $said ) ) : '—';
		}
	}
}
