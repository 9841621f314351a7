<?php
/**
 * Rows of answers as CSV: one row for each answer. RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

const CSV_COLUMNS = [ 'record', 'replaced_by', 'instrument', 'version', 'options', 'language', 'received_at', 'completed_at', 'user', 'item', 'at', 'state', 'value', 'question', 'answer' ];

/**
 * The rows of a record, by the columns above. A question that was left blank has a row with the state `blank`.
 *
 * @param \stdClass $row A stored row.
 * @return array<int, array<int, string>>
 */
function csv_rows( $row ) {
	$record  = json_decode( $row->body );
	$head    = [
		$row->record_id,
		(string) $row->replaced_by,
		$record->instrument->id,
		$record->instrument->version,
		http_build_query( get_object_vars( $record->instrument->options ), '', ' ' ),
		$record->instrument->language ?? '',
		str_replace( ' ', 'T', $row->received_at ) . 'Z',
		$record->completedAt,
		(string) $row->user_id,
	];
	$answers = [];
	foreach ( $record->answers as $answer ) {
		$answers[ answer_key( $answer->item, $answer->at ?? [] ) ] = $answer;
	}
	$rows = [];
	foreach ( record_words( $record )['lines'] as $line ) {
		if ( 'heading' === $line['state'] ) {
			continue;
		}
		$values = $answers[ answer_key( $line['item'], $line['at'] ) ]->values ?? [ '' ];
		foreach ( $values as $value ) {
			$text   = is_string( $value ) ? $value : wp_json_encode( $value );
			$rows[] = array_merge( $head, [ $line['item'], implode( '.', $line['at'] ), $line['state'], $text, $line['question'], $line['answer'] ] );
		}
	}
	return $rows;
}

/**
 * One line of CSV. A cell that a spreadsheet could run as a formula gets an apostrophe in front. The last column names the
 * columns where this was done: remove one apostrophe there to get the original text.
 *
 * @param string[] $cells The cells, in the order of the columns.
 * @return string
 */
function csv_line( $cells ) {
	$guarded = [];
	foreach ( $cells as $i => $cell ) {
		// East Asian versions read the wide forms of the signs so too.
		if ( preg_match( '/\A[=+\-@\t\r\n＝＋－＠]/u', $cell ) && ! preg_match( '/\A-?\d+(\.\d+)?\z/', $cell ) ) {
			$cells[ $i ] = "'$cell";
			$guarded[]   = CSV_COLUMNS[ $i ];
		}
	}
	return csv_text( array_merge( $cells, [ implode( ' ', $guarded ) ] ) );
}

/**
 * Cells with quotes where they are needed.
 *
 * @param string[] $cells The cells.
 * @return string
 */
function csv_text( $cells ) {
	$quoted = array_map(
		function ( $cell ) {
			return preg_match( '/[",\r\n]/', $cell ) ? '"' . str_replace( '"', '""', $cell ) . '"' : $cell;
		},
		$cells
	);
	return implode( ',', $quoted ) . "\r\n";
}
