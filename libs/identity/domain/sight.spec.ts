import { OfficeKind, Role } from '#libs/contracts';
import { regionScope, seesInstitution, seesRegion, sightOf } from './sight.ts';

const county = { officeKind: OfficeKind.HumanResources, region: '140928', roles: [Role.Caseworker] };
const city = { ...county, region: '140900' };
const province = { ...county, region: '140000' };
const school = { officeKind: OfficeKind.Institution, region: '140928', roles: [Role.InstitutionOperator], institutionId: 'school' };

describe('who sees what', () => {
  it('strips the empty pairs of a division code', () => {
    expect(['140000', '140900', '140928', '100000'].map(regionScope)).toEqual(['14', '1409', '140928', '10']);
  });

  it('gives a county its own region, a city its counties, the province everything', () => {
    const seen = (actor: typeof county): boolean[] => ['140928', '140929', '140427'].map((region) => seesRegion(actor, region));
    expect(seen(county)).toEqual([true, false, false]);
    expect(seen(city)).toEqual([true, true, false]);
    expect(seen(province)).toEqual([true, true, true]);
  });

  it('gives an institution its own cases and never a region', () => {
    expect(seesInstitution(school, 'school', '140928')).toBe(true);
    expect(seesInstitution(school, 'other', '140928')).toBe(false);
    expect(seesRegion(school, '140928')).toBe(false);
    expect(sightOf(school)).toEqual({ institutionId: 'school', hidden: [] });
    expect(sightOf({ ...school, institutionId: undefined })).toBeUndefined();
  });

  it('shows no case to a system administrator', () => {
    const administrator = { ...province, roles: [Role.SystemAdministrator] };
    expect(seesRegion(administrator, '140928')).toBe(false);
    expect(sightOf(administrator)).toBeUndefined();
  });

  it('hides the institution in which an interest is declared', () => {
    const cousin = { ...city, conflictingInstitutions: ['school'] };
    expect(seesInstitution(cousin, 'school', '140928')).toBe(false);
    expect(seesInstitution(cousin, 'other', '140928')).toBe(true);
    expect(sightOf(cousin)).toEqual({ regionScope: '1409', hidden: ['school'] });
  });
});
