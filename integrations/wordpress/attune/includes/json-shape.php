<?php
/**
 * Checks data against a JSON Schema. WordPress has `rest_validate_value_from_schema`, but it knows no `$ref` and no `const`,
 * and it takes the text "1" for the number 1. This knows the keywords of the schemas of this package and no others: an unknown
 * keyword is a fault in every value, so nothing passes unchecked.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/**
 * The places where data does not have the shape of a schema, at most 20.
 *
 * @param mixed     $value  Data, with objects as stdClass.
 * @param \stdClass $schema A schema, or a part of one.
 * @param \stdClass $root   The whole schema, for `$ref`.
 * @param string    $path   The place of the data.
 * @return string[] Each is a path and a reason, such as `answers[0].item: string`.
 */
function shape_faults( $value, $schema, $root, $path = '' ) {
	$faults = [];
	foreach ( get_object_vars( $schema ) as $keyword => $rule ) {
		$faults = array_merge( $faults, keyword_faults( $keyword, $rule, $value, [ $schema, $root, $path ] ) );
		if ( count( $faults ) >= 20 ) {
			break;
		}
	}
	return array_slice( $faults, 0, 20 );
}

/**
 * The faults under one keyword of a schema.
 *
 * @param string $keyword The keyword.
 * @param mixed  $rule    Its value in the schema.
 * @param mixed  $value   The data.
 * @param array  $context The schema around the keyword, the whole schema, the path of the data.
 * @return string[]
 */
function keyword_faults( $keyword, $rule, $value, $context ) {
	list( $schema, $root, $path ) = $context;
	$fault = [ "$path: $keyword" ];
	switch ( $keyword ) {
		case '$schema':
		case 'definitions':
		case 'description':
			return [];
		case '$ref':
			$name = substr( $rule, strlen( '#/definitions/' ) );
			return shape_faults( $value, $root->definitions->{$name}, $root, $path );
		case 'type':
			return in_array( json_type( $value ), (array) $rule, true ) ? [] : $fault;
		case 'const':
			return same_json( $value, $rule ) ? [] : $fault;
		case 'enum':
			return in_array( $value, $rule, true ) ? [] : $fault;
		case 'minLength':
			return is_string( $value ) && mb_strlen( $value, 'UTF-8' ) < $rule ? $fault : [];
		case 'anyOf':
			foreach ( $rule as $choice ) {
				if ( ! shape_faults( $value, $choice, $root, $path ) ) {
					return [];
				}
			}
			return $fault;
		case 'minItems':
			return is_array( $value ) && count( $value ) < $rule ? $fault : [];
		case 'maxItems':
			return is_array( $value ) && count( $value ) > $rule ? $fault : [];
		case 'items':
			return is_array( $value ) ? each_fault( $value, $rule, $root, $path ) : [];
		case 'required':
			return $value instanceof \stdClass ? missing_keys( $value, $rule, $path ) : [];
		case 'properties':
			return $value instanceof \stdClass ? property_faults( $value, $rule, $root, $path ) : [];
		case 'additionalProperties':
			return $value instanceof \stdClass ? further_faults( $value, [ $rule, $schema ], $root, $path ) : [];
		default:
			return [ "$path: unknown keyword $keyword" ];
	}
}

/**
 * The JSON type of a decoded value.
 *
 * @param mixed $value The data.
 * @return string
 */
function json_type( $value ) {
	if ( is_int( $value ) || is_float( $value ) ) {
		return 'number';
	}
	$types = [
		'string'  => 'string',
		'boolean' => 'boolean',
		'object'  => 'object',
		'array'   => 'array',
		'NULL'    => 'null',
	];
	return $types[ gettype( $value ) ] ?? 'unknown';
}

/**
 * Whether two plain values are the same in JSON, where 1 and 1.0 are one number.
 *
 * @param mixed $a A value.
 * @param mixed $b A value.
 * @return bool
 */
function same_json( $a, $b ) {
	return 'number' === json_type( $a ) && 'number' === json_type( $b ) ? (float) $a === (float) $b : $a === $b;
}

/**
 * The faults of the entries of a list.
 *
 * @param array     $list   The list.
 * @param \stdClass $schema The schema of an entry.
 * @param \stdClass $root   The whole schema.
 * @param string    $path   The path of the list.
 * @return string[]
 */
function each_fault( $list, $schema, $root, $path ) {
	$faults = [];
	foreach ( $list as $i => $entry ) {
		$faults = array_merge( $faults, shape_faults( $entry, $schema, $root, "{$path}[$i]" ) );
		if ( count( $faults ) >= 20 ) {
			break;
		}
	}
	return $faults;
}

/**
 * The required keys that an object does not have.
 *
 * @param \stdClass $value The object.
 * @param string[]  $names The required keys.
 * @param string    $path  The path of the object.
 * @return string[]
 */
function missing_keys( $value, $names, $path ) {
	$faults = [];
	foreach ( $names as $name ) {
		if ( ! property_exists( $value, $name ) ) {
			$faults[] = ltrim( "$path.$name", '.' ) . ': missing';
		}
	}
	return $faults;
}

/**
 * The faults of the known keys of an object.
 *
 * @param \stdClass $value      The object.
 * @param \stdClass $properties Their schemas.
 * @param \stdClass $root       The whole schema.
 * @param string    $path       The path of the object.
 * @return string[]
 */
function property_faults( $value, $properties, $root, $path ) {
	$faults = [];
	foreach ( get_object_vars( $properties ) as $name => $schema ) {
		if ( property_exists( $value, $name ) ) {
			$faults = array_merge( $faults, shape_faults( $value->{$name}, $schema, $root, ltrim( "$path.$name", '.' ) ) );
		}
	}
	return $faults;
}

/**
 * The faults of the other keys of an object.
 *
 * @param \stdClass $value The object.
 * @param array     $rules What `additionalProperties` says (false, or a schema), and the schema around it.
 * @param \stdClass $root  The whole schema.
 * @param string    $path  The path of the object.
 * @return string[]
 */
function further_faults( $value, $rules, $root, $path ) {
	list( $rule, $schema ) = $rules;
	$known                 = isset( $schema->properties ) ? $schema->properties : new \stdClass();
	$faults                = [];
	foreach ( get_object_vars( $value ) as $name => $entry ) {
		if ( property_exists( $known, $name ) ) {
			continue;
		}
		// A key comes from outside and may be long.
		$place  = ltrim( $path . '.' . mb_substr( (string) $name, 0, 60, 'UTF-8' ), '.' );
		$faults = array_merge( $faults, $rule instanceof \stdClass ? shape_faults( $entry, $rule, $root, $place ) : [ "$place: unknown key" ] );
		if ( count( $faults ) >= 20 ) {
			break;
		}
	}
	return $faults;
}
