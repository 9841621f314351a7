<?php
/**
 * The gate for records: what was sent becomes a record, or a list of reasons why it is none.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/** The most bytes of a request. The longest real record has about a tenth of it. */
const MOST_BYTES = 262144;

/**
 * Reads the JSON text of a record or of a list.
 *
 * @param string $text JSON.
 * @return mixed|\WP_Error The data, with objects as stdClass.
 */
function read_json_text( $text ) {
	$data = json_decode( $text, false, 64 );
	if ( JSON_ERROR_NONE !== json_last_error() ) {
		return new \WP_Error( 'attune_json', __( 'This is not JSON, or it is nested too deeply.', 'attune' ), [ 'status' => 400 ] );
	}
	return $data;
}

/**
 * Checks a record: its shape by the JSON Schema, then everything that its instrument says about it.
 *
 * @param mixed $record Data, with objects as stdClass.
 * @return Instrument|\WP_Error The instrument as it was asked.
 */
function read_record( $record ) {
	$schema = read_json( 'data/response.schema.json', false );
	$faults = shape_faults( $record, $schema, $schema );
	if ( ! $faults ) {
		$faults = has_nul( $record ) ? [ ': text' ] : head_faults( $record );
	}
	if ( $faults ) {
		return record_error( $faults );
	}
	$definition = find_definition( $record->instrument->id, '', $record->instrument->version );
	if ( ! $definition || $definition->version !== $record->instrument->version ) {
		return record_error( [ 'instrument: unknown-instrument' ] );
	}
	$given      = get_object_vars( $record->instrument->options );
	$instrument = Instrument::settle( $definition, $given );
	if ( ! $instrument || $instrument->options != $given ) { // phpcs:ignore Universal.Operators.StrictComparisons -- In any order.
		return record_error( [ 'instrument.options: one-of' ] );
	}
	$faults = array_merge( wording_faults( $record->instrument ), answer_faults( $record->answers, $instrument ) );
	return $faults ? record_error( $faults ) : $instrument;
}

/**
 * The answer to a record that cannot be read.
 *
 * @param string[] $faults The reasons.
 * @return \WP_Error
 */
function record_error( $faults ) {
	$faults = array_slice( $faults, 0, 20 );
	return new \WP_Error(
		'attune_record',
		__( 'The record does not fit an instrument of this site.', 'attune' ),
		[
			'status'   => 422,
			'problems' => $faults,
		]
	);
}

/**
 * What is wrong with the fields around the answers.
 *
 * @param \stdClass $record The record.
 * @return string[]
 */
function head_faults( $record ) {
	$faults = [];
	foreach ( [ 'id', 'replaces' ] as $name ) {
		if ( isset( $record->{$name} ) && ! preg_match( '/\A[\w.~-]{8,100}\z/', $record->{$name} ) ) {
			$faults[] = "$name: name";
		}
	}
	foreach ( [ 'subject', 'encounter' ] as $name ) {
		if ( isset( $record->{$name} ) && ! is_name( $record->{$name} ) ) {
			$faults[] = "$name: name";
		}
	}
	foreach ( [ $record->software->name, $record->software->version ] as $name ) {
		if ( ! is_name( $name ) ) {
			$faults[] = 'software: name';
		}
	}
	if ( 'completed' !== $record->status || ! isset( $record->completedAt ) ) {
		$faults[] = 'status: completed';
	}
	if ( ! is_moment( $record->startedAt ) || ! is_moment( $record->completedAt ?? '' ) ) {
		$faults[] = 'startedAt, completedAt: moment';
	}
	foreach ( [ $record->locale, $record->instrument->language ?? 'en' ] as $tag ) {
		if ( ! preg_match( '/\A[a-z]{1,8}(-[a-z\d]{1,8})*\z/i', $tag ) ) {
			$faults[] = 'locale: language-tag';
		}
	}
	if ( isset( $record->replaces ) && $record->replaces === $record->id ) {
		$faults[] = 'replaces: another-id';
	}
	return $faults;
}

/**
 * Whether a text can be a name in a record.
 *
 * @param string $text The text.
 * @return bool
 */
function is_name( $text ) {
	return '' !== $text && mb_strlen( $text, 'UTF-8' ) <= 200;
}

/**
 * Whether a text in the data contains NUL, which no database keeps.
 *
 * @param mixed $data Decoded JSON.
 * @return bool
 */
function has_nul( $data ) {
	if ( is_string( $data ) ) {
		return false !== strpos( $data, "\0" );
	}
	foreach ( is_scalar( $data ) || null === $data ? [] : (array) $data as $name => $part ) {
		if ( has_nul( (string) $name ) || has_nul( $part ) ) {
			return true;
		}
	}
	return false;
}

/**
 * What is wrong with the wording that a record names. An older revision was on a page that was open for long.
 *
 * @param \stdClass $named `instrument` of the record.
 * @return string[]
 */
function wording_faults( $named ) {
	if ( ! isset( $named->translation ) ) {
		return [];
	}
	$used  = $named->translation;
	$known = instrument_list()[ $named->id ]['languages'][ $used->language ] ?? null;
	$fits  = $known && ( $named->language ?? $used->language ) === $used->language && ! isset( $used->review )
		&& $used->revision >= 1 && $used->revision <= $known['revision'] && floor( $used->revision ) === (float) $used->revision
		&& ( $used->standing === $known['standing'] || $used->revision < $known['revision'] );
	return $fits ? [] : [ 'instrument.translation: known-translation' ];
}

/**
 * What is wrong with the answers: unknown items, impossible values, places that do not exist, items that were not asked.
 *
 * @param \stdClass[] $answers    The answers.
 * @param Instrument  $instrument The instrument.
 * @return string[]
 */
function answer_faults( $answers, $instrument ) {
	$faults = [];
	$keyed  = [];
	foreach ( $answers as $i => $answer ) {
		$fault = answer_fault( $answer, $instrument );
		$key   = answer_key( $answer->item, $answer->at ?? [] );
		if ( ! $fault && isset( $keyed[ $key ] ) ) {
			$fault = 'unique';
		}
		if ( $fault ) {
			$faults[] = "answers[$i]: $fault";
		}
		$keyed[ $key ] = $answer;
	}
	foreach ( $faults ? [] : $answers as $i => $answer ) {
		if ( ! is_asked( $instrument->index, $keyed, $answer->item, $answer->at ?? [] ) ) {
			$faults[] = "answers[$i]: asked";
		}
	}
	return $faults;
}

/**
 * What is wrong with one answer, whatever the others are.
 *
 * @param \stdClass  $answer     The answer.
 * @param Instrument $instrument The instrument.
 * @return string|null
 */
function answer_fault( $answer, $instrument ) {
	$entry = $instrument->index[ $answer->item ] ?? null;
	if ( ! $entry || ! Instrument::is_question( $entry['item'] ) ) {
		return 'question';
	}
	if ( ! empty( $entry['item']->tags->kept ) ) {
		return 'asked';
	}
	$at = $answer->at ?? [];
	if ( count( $at ) !== count( $entry['groups'] ) ) {
		return 'index-in-each-repeating-group';
	}
	foreach ( $at as $depth => $n ) {
		$group = $instrument->index[ $entry['groups'][ $depth ] ]['item'];
		if ( ! is_int( $n ) || $n < 0 || $n >= ( $group->repeats->max ?? 100 ) ) {
			return 'index-in-each-repeating-group';
		}
	}
	if ( 'answered' === $answer->state ) {
		return values_fault( $entry['item'], $answer->values, $instrument->scales );
	}
	return 'not-applicable' === $answer->state && empty( $entry['item']->na ) ? 'allowed-by-the-item' : null;
}
