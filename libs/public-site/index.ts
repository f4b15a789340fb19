export { PublicSiteModule } from './public-site.module.ts';
