<?php
/**
 * The form that a person without script fills in. The build writes it with `attune-elements/html`, with places for what only this
 * site knows: the address, the id of the record, the nonce, who will see the answers, and whom to call.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

add_action( 'template_redirect', __NAMESPACE__ . '\\keep_out_of_caches' );

/**
 * The form of a widget inside its element, or an empty text if it has none: a card to read, or a reflection.
 *
 * @param array                      $widget     As in `widgets`.
 * @param array<string, string|true> $attributes The attributes of the widget.
 * @param array<string, string>      $slots      The words in its slots.
 * @param string                     $language   The language of the page.
 * @return string
 */
function fallback_html( $widget, $attributes, $slots, $language ) {
	$id         = fallback_instrument( $widget, $attributes );
	$definition = $id ? find_definition( $id ) : null;
	$instrument = $definition && ! in_array( $id, NEVER_KEPT, true ) ? Instrument::settle( $definition, fallback_options( $definition, $attributes ) ) : null;
	if ( ! $instrument ) {
		return '';
	}
	$wanted = 'draft' === ( $attributes['translations'] ?? '' ) ? $language : 'en';
	$form   = find_fallback( $instrument, $wanted ) ?? find_fallback( $instrument, 'en' );
	if ( ! $form ) {
		return '<p>' . esc_html__( 'This form needs JavaScript. Please switch it on, or ask at the desk for a form on paper.', 'attune' ) . '</p>';
	}
	$html = read_text( 'fallback/' . $form['file'] );
	foreach ( $instrument->options as $name => $value ) {
		$html = str_replace( "{{name}}.option.$name\" value=\"\"", "{{name}}.option.$name\" value=\"" . esc_attr( $value ) . '"', $html );
	}
	$html   = with_heading_level( $html, (int) ( $attributes['heading-level'] ?? 2 ) );
	$values = fallback_values( $id, $slots, $form['language'] );
	if ( 'shared' === ( $attributes['privacy'] ?? '' ) || is_shared_page() ) {
		$html                  = str_replace( '<form ', '<form autocomplete="off" ', $html );
		$values['{{action}}'] .= esc_attr( SHARED_FORM );
	}
	return strtr( with_disclosure( $html, $attributes, $slots, $form['language'] ), $values );
}

/**
 * What is put into the places of a form, apart from who will see the answers.
 *
 * @param string                $id       The instrument.
 * @param array<string, string> $slots    The words in the slots of the widget.
 * @param string                $language The language of the form.
 * @return array<string, string> Escaped, by place.
 */
function fallback_values( $id, $slots, $language ) {
	static $counts = [];
	$counts[ $id ] = ( $counts[ $id ] ?? 0 ) + 1;
	$crisis        = plain_words( $slots['crisis'] ?? '' );
	return array_map(
		'esc_attr',
		[
			'{{action}}' => form_action(),
			'{{name}}'   => $id . ( $counts[ $id ] > 1 ? '-' . $counts[ $id ] : '' ),
			'{{id}}'     => wp_generate_uuid4(),
			'{{field}}'  => 'attune_nonce',
			'{{value}}'  => wp_create_nonce( 'attune_form' ),
			'{{crisis}}' => '' === $crisis ? fallback_index()['words'][ $language ]['crisisDefault'] : $crisis,
		]
	);
}

/**
 * The instrument of a widget, or null.
 *
 * @param array                      $widget     As in `widgets`.
 * @param array<string, string|true> $attributes The attributes of the widget.
 * @return string|null
 */
function fallback_instrument( $widget, $attributes ) {
	$id = $widget['instrument'] ?? $attributes['instrument'] ?? null;
	return 'trust-12' === $id && 'pulse' === ( $attributes['length'] ?? '' ) ? 'trust-pulse' : $id;
}

/**
 * The options of an instrument that the attributes of a widget set.
 *
 * @param \stdClass                  $definition The definition.
 * @param array<string, string|true> $attributes The attributes.
 * @return array<string, string>
 */
function fallback_options( $definition, $attributes ) {
	$options = array_intersect_key( $attributes, get_object_vars( $definition->options ?? new \stdClass() ) );
	if ( isset( $attributes['policy-version'] ) ) {
		$options['policy'] = $attributes['policy-version'];
	}
	return $options;
}

/**
 * The form of an instrument in a language, or null: options that take any text have a place in every form, and one that takes
 * several values has a form for its default only.
 *
 * @param Instrument $instrument The instrument.
 * @param string     $language   The language.
 * @return array|null
 */
function find_fallback( $instrument, $language ) {
	$usual = Instrument::settle( $instrument->definition, [] )->options;
	foreach ( fallback_index()['forms'] as $form ) {
		if ( $form['instrument'] !== $instrument->definition->id || $form['language'] !== $language ) {
			continue;
		}
		$fits = true;
		foreach ( $instrument->options as $name => $value ) {
			$is_free = ! isset( $instrument->definition->options->{$name}->values );
			$fits    = $fits && ( $is_free || ( $form['options'][ $name ] ?? $usual[ $name ] ) === $value );
		}
		if ( $fits ) {
			return $form;
		}
	}
	return null;
}

/**
 * What the build says about the forms: `forms`, and `words` by language.
 *
 * @return array
 */
function fallback_index() {
	return read_json( 'fallback/index.json', true );
}

/**
 * A form with the words about who will see the answers, as in the widget. Without any, the person reads that the page does not say.
 *
 * @param string                     $html       The form.
 * @param array<string, string|true> $attributes The attributes of the widget.
 * @param array<string, string>      $slots      The words in its slots.
 * @param string                     $language   The language of the form.
 * @return string
 */
function with_disclosure( $html, $attributes, $slots, $language ) {
	$words = fallback_index()['words'][ $language ];
	$given = array_intersect_key( $attributes, array_flip( [ 'who', 'when', 'kept' ] ) );
	$seen  = isset( $given['who'] ) ? $words[ isset( $given['when'] ) ? 'whoSeesWhen' : 'whoSees' ] : '';
	$kept  = isset( $given['kept'] ) ? $words['whereKept'] : '';
	$places = [];
	foreach ( $given as $name => $value ) {
		$places[ '{' . $name . '}' ] = $value;
	}
	$text = plain_words( $slots['who-sees'] ?? '' );
	$text = '' === $text ? strtr( trim( "$seen $kept" ), $places ) : $text;
	$html = str_replace( 'value="{{disclosure}}"', 'value="' . esc_attr( $text ) . '"', $html );
	return str_replace( '{{disclosure}}', esc_html( '' === $text ? $words['whoSeesMissing'] : $text ), $html );
}

/**
 * A form whose headings begin at a level.
 *
 * @param string $html  The form; its title is a heading of level 2.
 * @param int    $level The level of its title.
 * @return string
 */
function with_heading_level( $html, $level ) {
	return preg_replace_callback(
		'/(<\/?h)([2-6])\b/',
		function ( $match ) use ( $level ) {
			return $match[1] . min( 6, max( 1, $match[2] - 2 + $level ) );
		},
		$html
	);
}

/**
 * Words without markup.
 *
 * @param string $html HTML.
 * @return string
 */
function plain_words( $html ) {
	return trim( html_entity_decode( wp_strip_all_tags( $html ), ENT_QUOTES, 'UTF-8' ) );
}

/**
 * The content of the page that is shown, if it has a widget. Else an empty text.
 *
 * @return string
 */
function content_with_widget() {
	$post = is_singular() ? get_post() : null;
	return $post && preg_match( '/<!-- wp:attune\/|\[attune-/', $post->post_content ) ? $post->post_content : '';
}

/**
 * Whether a widget of the page, or the session around it, is for a device that others use too.
 *
 * @return bool
 */
function is_shared_page() {
	return (bool) preg_match( '/\bprivacy["\']?\s*[:=]\s*["\']?shared\b/', content_with_widget() );
}

/**
 * Keeps a page with a widget out of caches: each form has an id and a nonce of its own. If a cache gives one form to several
 * people all the same, `as_sent_before` keeps their records apart.
 */
function keep_out_of_caches() {
	if ( '' !== content_with_widget() ) {
		defined( 'DONOTCACHEPAGE' ) || define( 'DONOTCACHEPAGE', true );
		is_shared_page() ? never_store() : nocache_headers();
	}
}

/** No browser keeps this page: the next person at the device must not find it. Earlier versions of WordPress do not ask for that. */
function never_store() {
	// WordPress sends the headers again when it shows a page of a few words.
	add_filter(
		'nocache_headers',
		function ( $headers ) {
			return array_merge( $headers, [ 'Cache-Control' => 'no-cache, must-revalidate, max-age=0, no-store, private' ] );
		}
	);
	nocache_headers();
}
