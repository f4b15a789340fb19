import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';

/** An object that this class describes and checks; a list is none. */
export function Nested(of: () => new () => object): PropertyDecorator {
  return applyDecorators(IsObject(), ValidateNested(), Type(of));
}

/** A list of such objects. */
export function NestedEach(of: () => new () => object): PropertyDecorator {
  return applyDecorators(IsObject({ each: true }), ValidateNested({ each: true }), Type(of));
}
