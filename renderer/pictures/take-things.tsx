/** What not to forget: the card and the paper, taken in hand. */
import type { ReactNode } from 'react';
import './pictures.css';

export function TakeThingsPicture(): ReactNode {
  return (
    <svg className="picture" viewBox="0 0 140 100" aria-hidden="true">
      <g transform="rotate(-8 50 46)">
        <rect className="paper" x="14" y="24" width="72" height="46" rx="3.5" />
        <circle cx="70" cy="38" r="4.6" />
        <path d="M61.5 54.5a8.5 8.5 0 0 1 17 0z" />
        <path className="soft" d="M22 33h26M22 40h18M22 47h30M22 62h48" />
      </g>
      <g transform="rotate(6 100 54)">
        <path className="paper" d="M80 16v66l4 4 4-4 4 4 4-4 4 4 4-4 4 4 4-4 4 4V16z" />
        <path className="soft" d="M87 26h22M87 33h16M87 40h20" />
        <path className="jade" d="M90 50h16v16H90zM95 50v6h-5M101 66v-6h5" />
      </g>
      <path className="jade" d="M10 92h120" />
    </svg>
  );
}
