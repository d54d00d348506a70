import type { Plugin } from 'vite';

/** Parts of Leaflet that this map does not use: a fifth of its script. */
const UNUSED = /\b(Popup|Tooltip|DivOverlay|Layers|Zoom|Attribution|VideoOverlay|TileLayerWMS)\b/;

/**
 * Leaves unused parts of Leaflet out. Its classes are made by calls and attached to each other by
 * statements, so that a bundler cannot tell which of them matter: here the statements that attach
 * the unused ones go, and the calls are marked as free of side effects.
 */
export function leafletParts(): Plugin {
  return {
    name: 'leaflet-parts',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('leaflet-src.esm.js')) return null;
      let removed = 0;
      const without = (statement: string, unused: boolean): string => {
        if (unused) removed++;
        return unused ? '' : statement;
      };
      const kept = code
        .replace(
          /^(?:Map|Layer)\.(?:include|addInitHook)\((?:function \(\) )?\{[\s\S]*?^\}\);/gm,
          (statement) => without(statement, UNUSED.test(statement)),
        )
        .replace(/^(?:[Cc]ontrol|[Tt]ileLayer)\.\w+ = (.+);$/gm, (statement, value: string) =>
          without(statement, UNUSED.test(value) || /^(layers|zoom|attribution)$/.test(value)),
        )
        .replace(/^var (\w+) = (\w+)\.extend\(/gm, 'var $1 = /*#__PURE__*/ $2.extend(');
      // Another version of Leaflet may be built another way.
      if (removed < 12)
        this.error(`Of 15 statements of Leaflet to leave out ${removed} were found.`);
      return { code: kept, map: null };
    },
  };
}
