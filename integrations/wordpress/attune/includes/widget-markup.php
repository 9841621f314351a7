<?php
/**
 * The HTML of a widget, the same for blocks and shortcodes.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/** What an author may write into a slot: words with emphasis, line breaks and links. A block would end the paragraph around it. */
const SLOT_HTML = [
	'a'      => [
		'href'   => true,
		'target' => true,
		'rel'    => true,
		'lang'   => true,
	],
	'strong' => [],
	'b'      => [],
	'em'     => [],
	'i'      => [],
	'br'     => [],
	'span'   => [
		'lang' => true,
		'dir'  => true,
	],
];

/**
 * The widgets, by tag: `title`, `summary`, `attributes` (by name: `type`, `values`, `default`, `label`, `help`), `slots` (by
 * name: `label`), `sends`, `contains`, and `instrument` if it has one. The build writes it from the description of the elements.
 *
 * @return array<string, array>
 */
function widgets() {
	return read_json( 'data/widgets.json', true );
}

/**
 * The HTML of a widget, and everything that it needs on the page.
 *
 * @param string                $tag     The tag.
 * @param array<string, mixed>  $given   Values of attributes, by name. Unknown names are ignored.
 * @param array<string, string> $slots   HTML, by the name of the slot.
 * @param string                $content HTML of widgets inside, for a session.
 * @return string
 */
function widget_html( $tag, $given, $slots, $content = '' ) {
	$widget     = widgets()[ $tag ];
	$attributes = widget_attributes( $widget, $given );
	$language   = page_language( $attributes['lang'] ?? '' );
	load_widget( $tag, $language, 'draft' === ( $attributes['translations'] ?? '' ) );
	$html = "<$tag" . attributes_html( $attributes ) . '>' . own_instrument_html( $attributes );
	foreach ( $widget['slots'] as $name => $slot ) {
		$words = trim( wp_kses( (string) ( $slots[ $name ] ?? '' ), SLOT_HTML ) );
		if ( '' !== $words ) {
			$html .= '<span slot="' . esc_attr( $name ) . "\">$words</span>";
		}
	}
	$html .= $widget['contains'] ? $content : fallback_html( $widget, $attributes, $slots, $language );
	$html .= "</$tag>";
	return '<div class="attune-widget"' . ( $widget['sends'] ? sending_attributes() : '' ) . ">$html</div>";
}

/**
 * The definition of an instrument of this site's own, inside the widget, which does not know its name.
 *
 * @param array<string, string|true> $attributes The attributes of the widget.
 * @return string
 */
function own_instrument_html( $attributes ) {
	$definition = is_own_instrument( $attributes ) ? find_definition( $attributes['instrument'] ) : null;
	return $definition ? definition_html( $definition ) : '';
}

/**
 * Whether a widget shows an instrument of this site's own.
 *
 * @param array<string, string|true> $attributes The attributes of the widget.
 * @return bool
 */
function is_own_instrument( $attributes ) {
	return isset( $attributes['instrument'], own_definitions()[ $attributes['instrument'] ] );
}

/**
 * A definition as data for the widget around it. No browser runs it.
 *
 * @param \stdClass $definition The definition.
 * @return string
 */
function definition_html( $definition ) {
	return '<script type="application/json">' . wp_json_encode( $definition, JSON_HEX_TAG | JSON_HEX_AMP ) . '</script>';
}

/**
 * What `send-records.js` needs to know, as attributes, so that no inline script is on the page.
 *
 * @return string
 */
function sending_attributes() {
	return attributes_html(
		[
			'data-attune-records' => rest_url( 'attune/v1/records' ),
			'data-attune-nonces'  => admin_url( 'admin-ajax.php?action=attune_nonce' ),
			'data-attune-nonce'   => wp_create_nonce( 'wp_rest' ),
		]
	);
}

/**
 * The attributes of a widget from what an author gave.
 *
 * @param array                $widget As in `widgets`.
 * @param array<string, mixed> $given  Values by name. A shortcode gives texts.
 * @return array<string, string|true> True is an attribute without a value.
 */
function widget_attributes( $widget, $given ) {
	$attributes = [];
	foreach ( $widget['attributes'] as $name => $about ) {
		$value = empty( $about['fixed'] ) ? ( $given[ $name ] ?? null ) : $about['default'];
		if ( 'boolean' === $about['type'] ) {
			if ( ! in_array( $value, [ null, false, '', '0', 'false', 'no' ], true ) ) {
				$attributes[ $name ] = true;
			}
		} elseif ( is_scalar( $value ) && '' !== trim( (string) $value ) ) {
			$attributes[ $name ] = (string) $value;
		}
	}
	return $attributes;
}

/**
 * Attributes as HTML.
 *
 * @param array<string, string|true> $attributes Values by name.
 * @return string With a space in front, or an empty text.
 */
function attributes_html( $attributes ) {
	$html = '';
	if ( is_own_instrument( $attributes ) ) {
		unset( $attributes['instrument'] );
	}
	foreach ( $attributes as $name => $value ) {
		$html .= ' ' . esc_attr( $name ) . ( true === $value ? '' : '="' . esc_attr( $value ) . '"' );
	}
	return $html;
}

/**
 * The language of a widget as a short tag: of its own attribute, else of the site.
 *
 * @param string $tag A language tag, or an empty text.
 * @return string
 */
function page_language( $tag ) {
	return strtolower( strtok( '' === $tag ? get_bloginfo( 'language' ) : $tag, '-_' ) );
}
