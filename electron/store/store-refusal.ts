/** Why a store can't be opened, in words for people. Never corruption: that is dealt with. */
export class StoreRefusal extends Error {}
