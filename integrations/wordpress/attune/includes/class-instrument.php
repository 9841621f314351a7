<?php
/**
 * An instrument with its options settled.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/** What was asked: the items under certain options, and their wording. */
final class Instrument {

	/** @var \stdClass The definition, with its options open. */
	public $definition;

	/** @var array<string, string> The value of each option. */
	public $options;

	/**
	 * Every item by its id, in order: `item` (settled), `parent` (an id or null), `groups` (the ids of what repeats around it,
	 * outermost first, with the item itself if it is a question that repeats) and `depth`.
	 *
	 * @var array<string, array>
	 */
	public $index = [];

	/** @var \stdClass The scales, with settled texts. */
	public $scales;

	/**
	 * Settles the options of a definition.
	 *
	 * @param \stdClass             $definition The definition.
	 * @param array<string, string> $options    The value of each option; a missing one gets its default.
	 * @return self|null Null for an unknown option or value.
	 */
	public static function settle( $definition, $options ) {
		$self             = new self();
		$self->definition = $definition;
		$self->options    = [];
		$rules            = get_object_vars( $definition->options ?? new \stdClass() );
		if ( array_diff_key( $options, $rules ) ) {
			return null;
		}
		foreach ( $rules as $name => $rule ) {
			$value = $options[ $name ] ?? $self->settled( $rule->default );
			if ( isset( $rule->values ) ) {
				$chosen = empty( $rule->many ) ? [ $value ] : preg_split( '/\s+/', trim( $value ) );
				if ( array_diff( $chosen, $rule->values ) ) {
					return null;
				}
				$value = implode( ' ', array_intersect( $rule->values, $chosen ) );
			}
			$self->options[ $name ] = $value;
		}
		$self->scales = $self->settled( $definition->scales ?? new \stdClass() );
		$self->add_items( $definition->items, null, [], 0 );
		return $self;
	}

	/**
	 * A field of the definition under the settled options, such as `title` or `audience`.
	 *
	 * @param string $name The name of the field.
	 * @return mixed Null if it is not there.
	 */
	public function field( $name ) {
		return isset( $this->definition->{$name} ) ? $this->settled( $this->definition->{$name} ) : null;
	}

	/**
	 * Whether a person can answer an item.
	 *
	 * @param \stdClass $item The item.
	 * @return bool
	 */
	public static function is_question( $item ) {
		return 'group' !== $item->type && 'display' !== $item->type;
	}

	/**
	 * Adds items to the index.
	 *
	 * @param array       $items  The items, with their options open.
	 * @param string|null $parent The id of the item around them.
	 * @param string[]    $around What repeats around them.
	 * @param int         $depth  How deep they are.
	 */
	private function add_items( $items, $parent, $around, $depth ) {
		foreach ( $items as $open ) {
			if ( ! $this->exists( $open ) ) {
				continue;
			}
			$inside = isset( $open->repeats ) ? array_merge( $around, [ $open->id ] ) : $around;
			$fields = get_object_vars( $open );
			unset( $fields['items'], $fields['only'] );
			$item                     = $this->settled( (object) $fields );
			$this->index[ $open->id ] = [
				'item'   => $item,
				'parent' => $parent,
				'groups' => self::is_question( $item ) ? $inside : $around,
				'depth'  => $depth,
			];
			$this->add_items( $open->items ?? [], $open->id, $inside, $depth + 1 );
		}
	}

	/**
	 * Whether an item exists under the settled options.
	 *
	 * @param \stdClass $item The item.
	 * @return bool
	 */
	private function exists( $item ) {
		foreach ( get_object_vars( $item->only ?? new \stdClass() ) as $name => $values ) {
			if ( ! array_intersect( $this->values_of( $name ), $values ) ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The values that an option has.
	 *
	 * @param string $name The name of the option.
	 * @return string[]
	 */
	private function values_of( $name ) {
		$is_many = ! empty( $this->definition->options->{$name}->many );
		return $is_many ? explode( ' ', $this->options[ $name ] ) : [ $this->options[ $name ] ];
	}

	/**
	 * A part of the definition without parts that depend on an option.
	 *
	 * @param mixed $part The part.
	 * @return mixed
	 */
	private function settled( $part ) {
		if ( is_array( $part ) ) {
			return array_map( [ $this, 'settled' ], $part );
		}
		if ( ! $part instanceof \stdClass ) {
			return $part;
		}
		if ( isset( $part->by, $part->is ) && $part->is instanceof \stdClass ) {
			return $part->is->{$this->options[ $part->by ]} ?? null;
		}
		return (object) array_map( [ $this, 'settled' ], get_object_vars( $part ) );
	}
}
