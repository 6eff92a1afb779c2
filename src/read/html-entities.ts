/** Names that XML does not know and that news files use all the same (HTML 4, Latin-1 and typography). */
export const HTML_ENTITIES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
    'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute ' +
    'Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml ' +
    'Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
    'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
  )
    .split(' ')
    .map((name, i) => [name, String.fromCharCode(160 + i)])
    .concat([
      ['ndash', '–'],
      ['mdash', '—'],
      ['lsquo', '‘'],
      ['rsquo', '’'],
      ['ldquo', '“'],
      ['rdquo', '”'],
      ['hellip', '…'],
      ['euro', '€'],
      ['trade', '™'],
      ['bull', '•'],
    ]) as [string, string][],
)
