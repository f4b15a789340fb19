import type { MigrationInterface } from 'typeorm';

export const migrations: readonly (new () => MigrationInterface)[] = [];
