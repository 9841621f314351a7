<?php
/**
 * A record from the entries of a form without script. `read_record` checks it afterwards like any other.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/** What a form says beside the answers. The names are those of `attune-elements/html`. */
const FORM_FACTS = [ 'id', 'instrument', 'version', 'language', 'translation', 'locale', 'started', 'disclosure' ];

/** The reasons to leave an item out. */
const REASONS = [ 'declined', 'unknown', 'not-applicable' ];

/**
 * The record that a form holds.
 *
 * @param array<string, string[]> $entries The entries.
 * @param string                  $form    The name of the form.
 * @param string                  $now     When it arrived, ISO 8601 with an offset.
 * @return array{record: \stdClass|null, not_asked: \stdClass[]}|\WP_Error The record is null if nothing was answered. `not_asked`
 *                 are answers to questions that are not asked with the other answers; they are not in the record.
 */
function form_record( $entries, $form, $now ) {
	$fact       = function ( $name ) use ( $entries, $form ) {
		return entry_text( $entries, "$form.$name" );
	};
	$definition = find_definition( $fact( 'instrument' ) );
	$options    = form_options( $entries, $form );
	$instrument = $definition ? Instrument::settle( $definition, $options ) : null;
	if ( ! $instrument ) {
		return record_error( [ 'instrument: unknown-instrument' ] );
	}
	$answers = form_answers( $entries, $form, $instrument );
	if ( is_wp_error( $answers ) ) {
		return $answers;
	}
	list( $asked, $not_asked ) = asked_answers( $answers, $instrument );
	if ( ! $answers ) {
		return [
			'record'    => null,
			'not_asked' => [],
		];
	}
	$language    = $fact( 'language' ) ?? $definition->language;
	$translation = $fact( 'translation' );
	$named       = [
		'id'       => $definition->id,
		'version'  => (string) $fact( 'version' ),
		'options'  => (object) $instrument->options,
		'language' => $language,
	];
	if ( null !== $translation ) {
		$named['translation'] = json_decode( $translation );
	}
	$record     = [
		'schema'      => 1,
		'id'          => $fact( 'id' ) ?? wp_generate_uuid4(),
		'instrument'  => (object) $named,
		'status'      => 'completed',
		'startedAt'   => $fact( 'started' ) ?? $now,
		'completedAt' => $now,
		'locale'      => $fact( 'locale' ) ?? $language,
		'answers'     => $asked,
		'software'    => (object) [
			'name'    => 'attune-wordpress',
			'version' => get_file_data( PLUGIN_FILE, [ 'version' => 'Version' ] )['version'],
		],
	];
	$disclosure = $fact( 'disclosure' );
	if ( null !== $disclosure ) {
		$record['disclosure'] = $disclosure;
	}
	return [
		'record'    => (object) $record,
		'not_asked' => $not_asked,
	];
}

/**
 * The options that a form names.
 *
 * @param array<string, string[]> $entries The entries.
 * @param string                  $form    The name of the form.
 * @return array<string, string>
 */
function form_options( $entries, $form ) {
	$start   = "$form.option.";
	$options = [];
	foreach ( $entries as $name => $texts ) {
		if ( 0 === strpos( (string) $name, $start ) ) {
			$options[ substr( (string) $name, strlen( $start ) ) ] = $texts[0];
		}
	}
	return $options;
}

/**
 * The answers of a form, in the order of the instrument.
 *
 * @param array<string, string[]> $entries    The entries.
 * @param string                  $form       The name of the form.
 * @param Instrument              $instrument The instrument.
 * @return \stdClass[]|\WP_Error An error for an entry that is no item.
 */
function form_answers( $entries, $form, $instrument ) {
	$places = [];
	foreach ( array_keys( $entries ) as $name ) {
		$key = 0 === strpos( (string) $name, "$form." ) ? substr( (string) $name, strlen( $form ) + 1 ) : '';
		if ( '' === $key || in_array( $key, FORM_FACTS, true ) || 0 === strpos( $key, 'option.' ) ) {
			continue;
		}
		$parts = explode( '.', preg_replace( '/\.out\z/', '', $key ) );
		$id    = array_shift( $parts );
		if ( ! isset( $instrument->index[ $id ] ) || preg_grep( '/\A\d{1,6}\z/', $parts, PREG_GREP_INVERT ) ) {
			return record_error( [ "$id: question" ] );
		}
		$places[ $id ][ implode( '.', $parts ) ] = array_map( 'intval', $parts );
	}
	$answers = [];
	foreach ( $instrument->index as $id => $entry ) {
		$found = $places[ $id ] ?? [];
		asort( $found );
		foreach ( $found as $at ) {
			$answer = form_answer( $entries, implode( '.', array_merge( [ $form, $id ], $at ) ), $entry['item'], $instrument );
			if ( $answer ) {
				$place     = $at ? [ 'at' => $at ] : [];
				$answers[] = (object) ( [ 'item' => $entry['item']->id ] + $place + $answer );
			}
		}
	}
	return $answers;
}

/**
 * What a form holds for one item at one place, or null if it is blank.
 *
 * @param array<string, string[]> $entries    The entries.
 * @param string                  $name       The name of the entry.
 * @param \stdClass               $item       The item.
 * @param Instrument              $instrument The instrument.
 * @return array|null
 */
function form_answer( $entries, $name, $item, $instrument ) {
	$given  = entry_texts( $entries, $name );
	$reason = entry_text( $entries, "$name.out" );
	if ( in_array( $item->type, [ 'choice', 'rating' ], true ) ) {
		if ( 1 === count( $given ) && in_array( $given[0], REASONS, true ) ) {
			return [ 'state' => $given[0] ];
		}
		$values = array_map(
			function ( $text ) use ( $item ) {
				// A code that could be a reason has a `~` before it.
				$code = '~' === substr( $text, 0, 1 ) ? substr( $text, 1 ) : $text;
				return 'rating' === $item->type && preg_match( '/\A\d{1,9}\z/', $code ) ? (int) $code : $code;
			},
			$given
		);
		// A browser sends checkboxes in the order of the page, but nothing makes it.
		$known  = array_map( 'strval', array_keys( choice_texts( $item, $instrument->scales ) ) );
		$values = empty( $item->multiple ) || array_diff( $values, $known ) ? $values : array_values( array_intersect( $known, $values ) );
	} else {
		$values = array_values(
			array_filter(
				$given,
				function ( $text ) {
					return '' !== trim( $text );
				}
			)
		);
		$values = 'date' === $item->type ? array_map( 'trim', $values ) : $values;
		if ( ! $values && in_array( $reason, REASONS, true ) ) {
			return [ 'state' => $reason ];
		}
		// Both were given. Neither is dropped: the answer is refused, and the person is asked.
		$values = null === $reason ? $values : array_merge( $values, [ $reason ] );
	}
	return $values ? [
		'state'  => 'answered',
		'values' => $values,
	] : null;
}

/**
 * Parts answers into those that are asked and those that are not.
 *
 * @param \stdClass[] $answers    The answers.
 * @param Instrument  $instrument The instrument.
 * @return array{0: \stdClass[], 1: \stdClass[]}
 */
function asked_answers( $answers, $instrument ) {
	$keyed = [];
	foreach ( $answers as $answer ) {
		$keyed[ answer_key( $answer->item, $answer->at ?? [] ) ] = $answer;
	}
	$parted = [ [], [] ];
	foreach ( $answers as $answer ) {
		$is_asked                     = is_asked( $instrument->index, $keyed, $answer->item, $answer->at ?? [] );
		$parted[ $is_asked ? 0 : 1 ][] = $answer;
	}
	return $parted;
}
