// What the tests order, and as whom.

/** The sandbox's demo customer. */
export const DEMO = { name: 'demo', password: 'demo-password', balance: 500_00 };

/** A passphrase that is taken, and another one. */
export const PASSPHRASE = 'correct horse battery staple';
export const OTHER_PASSPHRASE = 'seven yellow umbrellas in May';

/** The one-time code of the sandbox's customer `demo2fa`. */
export const ONE_TIME_CODE = '246810';

/** Another customer of the sandbox, with too little on the account. */
export const TRIAL = { name: 'trial', password: 'trial-password', balance: 5_00 };

/** What the sandbox's profile `other` must be told besides. */
export const OTHER_ANSWERS = { 'Project note': 'Shop', 'Server software': 'nginx', 'I accept the licence agreement': true };

/** The packages by what their labels begin with. */
export const PACKAGES = {
  dvSingle: /^DV single/,
  dvWildcard: /^DV wildcard/,
  dvMulti: /^DV multi-domain/,
  ov: /^OV(?! wildcard)/,
  ovWildcard: /^OV wildcard/,
  ev: /^EV/,
};

/** Those that ask for the organization. */
const WITH_ORGANIZATION = [PACKAGES.ov, PACKAGES.ovWildcard, PACKAGES.ev];

/** Whether the package of an order asks for the organization. */
export function asksOrganization({ package: chosen }: Order): boolean {
  return WITH_ORGANIZATION.some(({ source }) => source === chosen.source);
}

export const KEY_TYPES = { rsa2048: 'RSA 2048', rsa4096: 'RSA 4096', p256: 'ECDSA P-256', p384: 'ECDSA P-384' };

export interface Order {
  package: RegExp;
  months: 6 | 12;
  code: string;
  domain: string;
  furtherNames: string[];
  country: string;
  state: string;
  city: string;
  company: string;
  companyUnit: string;
  email: string;
  keyType: string;
  admin: Person;
  /** `null`: use the administrative contact. */
  tech: Person | null;
  organization: {
    name: string;
    country: string;
    state: string;
    city: string;
    postcode: string;
    address: string;
    phone: string;
  };
  /** How the names are checked, by the beginning of its words; empty where there is no choice. */
  method: string;
  approver: string;
  /** What the billing system's own questions are answered, by how it words them. */
  answers: Record<string, string | boolean>;
}

export interface Person {
  firstName: string;
  lastName: string;
  jobTitle: string;
  email: string;
  phone: string;
}

export const ANN: Person = {
  firstName: 'Ann',
  lastName: 'Example',
  jobTitle: 'Administrator',
  email: 'ann@example.com',
  phone: '+49 30 1234567',
};

export const BEN: Person = {
  ...ANN,
  firstName: 'Ben',
  lastName: "O'Hara & Söhne",
  jobTitle: 'Technician',
  email: 'ben@example.com',
};

const P256_ORDER: Order = {
  package: PACKAGES.dvSingle,
  months: 12,
  code: '',
  domain: 'example.com',
  furtherNames: [],
  country: 'US',
  state: 'California',
  city: 'San Francisco',
  company: 'Example Inc',
  companyUnit: '',
  email: '',
  keyType: KEY_TYPES.p256,
  admin: ANN,
  tech: null,
  organization: {
    name: 'Example Inc',
    country: 'US',
    state: 'California',
    city: 'San Francisco',
    postcode: '94105',
    address: '1 Market Street',
    phone: '+1 415 5550100',
  },
  method: '',
  approver: 'admin@example.com',
  answers: {},
};

/** A DV order with a P-256 key, which is quick to make; `changes` make it another one. */
export function anOrder(changes: Partial<Order> = {}): Order {
  return { ...P256_ORDER, ...changes };
}
