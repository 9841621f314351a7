<?php
/**
 * A record in plain words: each question with what the person answered, in the language of the record.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/**
 * A record in words.
 *
 * @param \stdClass $record The record.
 * @return array{title: string, language: string, lines: array<int, array{item: string, at: int[], question: string, answer: string,
 *                state: string, depth: int}>} `state` is that of the answer, `blank`, or `heading` for a line without a question.
 */
function record_words( $record ) {
	$language   = $record->instrument->translation->language ?? '';
	$definition = find_definition( $record->instrument->id, $language, $record->instrument->version );
	$instrument = $definition && $definition->version === $record->instrument->version
		? Instrument::settle( $definition, get_object_vars( $record->instrument->options ) )
		: null;
	if ( ! $instrument ) {
		// A record of a version that this plugin no longer has: codes instead of words.
		return [
			'title'    => $record->instrument->id . ' ' . $record->instrument->version,
			'language' => 'en',
			'lines'    => array_map( __NAMESPACE__ . '\\line_of_codes', $record->answers ),
		];
	}
	return [
		'title'    => (string) $instrument->field( 'title' ),
		'language' => (string) $instrument->field( 'language' ),
		'lines'    => record_lines( $record, $instrument ),
	];
}

/**
 * One line for each question that was asked, and for each heading.
 *
 * @param \stdClass  $record     The record.
 * @param Instrument $instrument Its instrument.
 * @return array As `lines` of `record_words`.
 */
function record_lines( $record, $instrument ) {
	$keyed   = [];
	$by_item = [];
	foreach ( $record->answers as $answer ) {
		$keyed[ answer_key( $answer->item, $answer->at ?? [] ) ] = $answer;
		$by_item[ $answer->item ][]                              = $answer;
	}
	$lines = [];
	foreach ( $instrument->index as $entry ) {
		$item = $entry['item'];
		if ( ! Instrument::is_question( $item ) ) {
			if ( 'group' === $item->type && '' !== (string) $item->text ) {
				$lines[] = words_line( $item->id, [], $item->text, [ '', 'heading', $entry['depth'] ] );
			}
			continue;
		}
		$answers = $by_item[ $item->id ] ?? [];
		foreach ( $answers as $answer ) {
			$lines[] = words_line( $item->id, $answer->at ?? [], $item->text, [ answer_words( $answer, $item, $instrument ), $answer->state, $entry['depth'] ] );
		}
		// A blank line matters only where a question was asked in one place.
		if ( ! $answers && ! $entry['groups'] && empty( $item->optional ) && is_asked( $instrument->index, $keyed, $item->id, [] ) ) {
			$is_kept = ! empty( $item->tags->kept );
			$lines[] = words_line( $item->id, [], $item->text, [ $is_kept ? __( 'Not sent', 'attune' ) : __( 'Left blank', 'attune' ), 'blank', $entry['depth'] ] );
		}
	}
	return $lines;
}

/**
 * One line.
 *
 * @param string $id       The id of the item.
 * @param int[]  $at       Its place.
 * @param string $question Its text.
 * @param array  $rest     The words of the answer, the state, the depth.
 * @return array
 */
function words_line( $id, $at, $question, $rest ) {
	list( $words, $state, $depth ) = $rest;
	return [
		'item'     => $id,
		'at'       => $at,
		'question' => $question,
		'answer'   => $words,
		'state'    => $state,
		'depth'    => $depth,
	];
}

/**
 * An answer as the person saw it.
 *
 * @param \stdClass  $answer     The answer.
 * @param \stdClass  $item       Its item.
 * @param Instrument $instrument Its instrument.
 * @return string
 */
function answer_words( $answer, $item, $instrument ) {
	if ( 'answered' !== $answer->state ) {
		$scale = isset( $item->scale ) ? $instrument->scales->{$item->scale} : null;
		$words = 'unknown' === $answer->state ? ( $scale->unknown ?? null ) : ( $instrument->field( 'absent' )->{$answer->state} ?? null );
		return $words ?? $answer->state;
	}
	$texts = choice_texts( $item, $instrument->scales );
	$words = array_map(
		function ( $value ) use ( $texts, $item ) {
			if ( is_bool( $value ) ) {
				return $value ? __( 'Yes', 'attune' ) : __( 'No', 'attune' );
			}
			/* translators: 1: a number, 2: the highest number. */
			return 'rating' === $item->type ? sprintf( __( '%1$s of %2$s', 'attune' ), $value, $item->max ) : ( $texts[ $value ] ?? (string) $value );
		},
		$answer->values
	);
	return implode( '; ', $words );
}

/**
 * A line of an answer whose wording is not known.
 *
 * @param \stdClass $answer The answer.
 * @return array
 */
function line_of_codes( $answer ) {
	$words = 'answered' === $answer->state ? wp_json_encode( $answer->values, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) : $answer->state;
	return words_line( $answer->item, $answer->at ?? [], $answer->item, [ $words, $answer->state, 0 ] );
}
