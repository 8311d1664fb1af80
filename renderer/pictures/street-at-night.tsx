/** A quiet street of the district along the lower edge, wherever a screen has room for it. Decoration only. */
import type { ReactNode } from 'react';
import './street-at-night.css';

export function StreetAtNight(): ReactNode {
  return (
    <div className="street" aria-hidden="true">
      <svg viewBox="0 0 336 86" preserveAspectRatio="xMidYMax slice">
        {/* moon and stars */}
        <path d="M296 25a12 12 0 0 1-15-15 12 12 0 1 0 15 15z" />
        <path d="M40 12v4M38 14h4M118 6v4M116 8h4M206 16v4M204 18h4M250 6v3M248.5 7.5h3M322 44v3M320.5 45.5h3" />
        {/* old houses */}
        <path d="M8 86V58h38v28M3 58q5-1 8-6l5-7h22l5 7q3 5 8 6z" />
        <path className="lit" d="M15 65h9v11h-9z" />
        <path d="M30 65h9v21h-9zM19.5 65v11M15 70.5h9" />
        {/* camphor tree */}
        <path d="M63 86V64M63 74l-6-6M63 70l5-5" />
        <path d="M63 64c-10 0-14-6-12-12 1-8 7-11 12-11s11 3 12 11c2 6-2 12-12 12z" />
        {/* the hall, open */}
        <path d="M96 86V56h88v30M86 56q7 0 11-6l8-12h70l8 12q4 6 11 6zM111 38v-4h58v4" />
        <path d="M110 56v30M170 56v30M128 56v30M152 56v30" />
        <path className="lit" d="M132 64h16v22h-16zM114 64h10v12h-10zM156 64h10v12h-10z" />
        <path d="M119 64v12M161 64v12" />
        {/* lamp */}
        <path d="M206 86V56q0-5-5-5h-3" />
        <path className="lit" d="M194 51h7l-1.5 5h-4z" />
        {/* a block of flats, some still awake */}
        <path d="M222 86V34h34v52M222 34l5-5h24l5 5" />
        <path d="M228 42h7v7h-7zM243 42h7v7h-7zM228 55h7v7h-7zM228 68h7v7h-7zM243 68h7v7h-7z" />
        <path className="lit" d="M243 55h7v7h-7z" />
        {/* tree, small house */}
        <path d="M272 86V68M272 76l5-5" />
        <path d="M272 68c-8 0-11-5-10-10 1-6 6-9 10-9s9 3 10 9c1 5-2 10-10 10z" />
        <path d="M292 86V64h34v22M287 64q5-1 8-5l4-6h20l4 6q3 4 8 5z" />
        <path className="lit" d="M312 70h8v9h-8z" />
        <path d="M298 71h8v15h-8z" />
      </svg>
    </div>
  );
}
