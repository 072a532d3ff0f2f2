import { useEffect, useMemo } from 'react'
import { loadCommunes } from '#client/lib/communes.ts'
import { useInstallation } from '#client/lib/installation.ts'
import { departmentOf } from '#shared/communes/commune.ts'

// As many as the server gives in one pack.
const mostDepartments = 10

/**
 * The départements at hand: those of the communes of the crisis first, then the installation's. Their communes are loaded, so that
 * they are found without the network, and rank first, also where nothing is configured.
 *
 * @param communes codes of the communes concerned
 */
export function useNearDepartments(communes: readonly string[]): readonly string[] {
  const { departments } = useInstallation()
  const key = [...new Set([...communes.map(departmentOf), ...departments])]
    .slice(0, mostDepartments)
    .join(',')
  const near = useMemo(() => (key === '' ? [] : key.split(',')), [key])
  useEffect(() => {
    if (near.length > 0) void loadCommunes(near)
  }, [near])
  return near
}
