<?php
/**
 * One block for each widget. The server renders them.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\\register_blocks' );
add_filter( 'block_categories_all', __NAMESPACE__ . '\\add_block_category' );

/** Registers the blocks and the script of the editor. */
function register_blocks() {
	$version = get_file_data( PLUGIN_FILE, [ 'version' => 'Version' ] )['version'];
	wp_register_style( 'attune-editor', plugins_url( 'assets/editor.css', PLUGIN_FILE ), [], $version );
	wp_register_script(
		'attune-editor',
		plugins_url( 'assets/editor.js', PLUGIN_FILE ),
		[ 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ],
		$version,
		true
	);
	wp_set_script_translations( 'attune-editor', 'attune' );
	if ( is_admin() ) {
		wp_add_inline_script( 'attune-editor', 'var attuneWidgets = ' . wp_json_encode( translated_widgets() ) . ';', 'before' );
	}
	foreach ( widgets() as $tag => $widget ) {
		register_block_type(
			FOLDER . '/blocks/' . substr( $tag, strlen( 'attune-' ) ),
			[
				'render_callback' => function ( $attributes, $content ) use ( $tag ) {
					$slots = isset( $attributes['slots'] ) && is_array( $attributes['slots'] ) ? $attributes['slots'] : [];
					return widget_html( $tag, attribute_names( $tag, $attributes ), $slots, $content );
				},
			]
		);
	}
}

/**
 * The widgets with their words in the language of the editor.
 *
 * @return array As in `widgets`.
 */
function translated_widgets() {
	// phpcs:disable WordPress.WP.I18n -- The build puts these texts into the template for translators.
	$translated = function ( $part ) {
		foreach ( [ 'label', 'help' ] as $name ) {
			if ( ! empty( $part[ $name ] ) ) {
				$part[ $name ] = __( $part[ $name ], 'attune' );
			}
		}
		return $part;
	};
	$widgets    = [];
	foreach ( widgets() as $tag => $widget ) {
		if ( isset( $widget['attributes']['instrument'] ) ) {
			$widget['attributes']['instrument']['values'] = instrument_ids();
		}
		$widgets[ $tag ] = array_merge(
			$widget,
			[
				'title'      => _x( $widget['title'], 'block title', 'attune' ),
				'summary'    => _x( $widget['summary'], 'block description', 'attune' ),
				'attributes' => (object) array_map( $translated, $widget['attributes'] ),
				'slots'      => (object) array_map( $translated, $widget['slots'] ),
			]
		);
	}
	// phpcs:enable
	return $widgets;
}

/**
 * The values of a block by the names that the attributes have in HTML: `heading-level` is `headingLevel` in a block.
 *
 * @param string $tag    The tag.
 * @param array  $values Values by the names of the block.
 * @return array
 */
function attribute_names( $tag, $values ) {
	$named = [];
	foreach ( array_keys( widgets()[ $tag ]['attributes'] ) as $name ) {
		$camel = lcfirst( str_replace( '-', '', ucwords( $name, '-' ) ) );
		if ( isset( $values[ $camel ] ) ) {
			$named[ $name ] = $values[ $camel ];
		}
	}
	return $named;
}

/**
 * Adds the category of the blocks.
 *
 * @param array $categories The categories.
 * @return array
 */
function add_block_category( $categories ) {
	$categories[] = [
		'slug'  => 'attune',
		'title' => 'Attune',
	];
	return $categories;
}
