/** Orders `1.2.3` before `1.10.0`. */
export function compareVersions(one, other) {
  const [left, right] = [parts(one), parts(other)];
  const index = left.findIndex((part, at) => part !== right[at]);
  return index < 0 ? 0 : left[index] - right[index];
}

/**
 * Whether a version lies in a range as `engines` of packages give it: `>=18.20.1`, `^20.1 || >=22`, `>=18 <23`.
 * What is written otherwise is taken for no.
 */
export function isInRange(version, range) {
  return range.split('||').some((alternative) => {
    const bounds = alternative
      .trim()
      .replaceAll(/([<>=^]+)\s+/g, '$1')
      .split(/\s+/);
    return bounds.every((bound) => keepsBound(version, bound));
  });
}

function keepsBound(version, bound) {
  const [, sign, limit] = /^(>=|<|\^)(\d+(?:\.\d+){0,2})$/.exec(bound) ?? [];
  if (sign === undefined || limit === undefined) return false;
  const difference = compareVersions(version, limit);
  if (sign === '<') return difference < 0;
  return difference >= 0 && (sign === '>=' || parts(version)[0] === parts(limit)[0]);
}

function parts(version) {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}
