import type { Chance } from './parameters'

/** Shipped m and u of each level; where they come from is told in docs/decisions. */
export const shippedLevels: Record<string, Record<string, Chance>> = {
  given: {
    exact: { m: 0.72, u: 0.012 },
    nickname: { m: 0.09, u: 0.02 },
    near: { m: 0.07, u: 0.004 },
    part: { m: 0.02, u: 0.008 },
    initial: { m: 0.02, u: 0.02 },
    sound: { m: 0.02, u: 0.02 },
    formSlip: { m: 0.004, u: 0.002 },
    different: { m: 0.056, u: 0.914 },
  },
  middle: {
    exact: { m: 0.7, u: 0.03 },
    near: { m: 0.08, u: 0.02 },
    initial: { m: 0.12, u: 0.05 },
    different: { m: 0.1, u: 0.9 },
  },
  family: {
    exact: { m: 0.78, u: 0.0012 },
    near: { m: 0.1, u: 0.0015 },
    part: { m: 0.03, u: 0.002 },
    crossed: { m: 0.01, u: 0.004 },
    sound: { m: 0.02, u: 0.01 },
    different: { m: 0.06, u: 0.9813 },
  },
  order: {
    straight: { m: 0.99, u: 1 },
    swapped: { m: 0.01, u: 1 },
  },
  birth: {
    exact: { m: 0.8, u: 0.0002 },
    swapped: { m: 0.005, u: 5e-5 },
    edit: { m: 0.06, u: 0.0012 },
    habit: { m: 0.02, u: 0.006 },
    yearSlip: { m: 0.01, u: 0.003 },
    twoParts: { m: 0.02, u: 0.0015 },
    otherYear: { m: 0.005, u: 0.0025 },
    year: { m: 0.015, u: 0.008 },
    decade: { m: 0.03, u: 0.14 },
    different: { m: 0.035, u: 0.8366 },
  },
  postcode: {
    exact: { m: 0.62, u: 0.0005 },
    slip: { m: 0.04, u: 0.0002 },
    edit: { m: 0.03, u: 0.002 },
    sector: { m: 0.05, u: 0.02 },
    outward: { m: 0.05, u: 0.12 },
    different: { m: 0.21, u: 0.857 },
  },
  phone: {
    exact: { m: 0.6, u: 0.0005 },
    edit: { m: 0.03, u: 0.0005 },
    different: { m: 0.37, u: 0.999 },
  },
  email: {
    exact: { m: 0.6, u: 0.0002 },
    near: { m: 0.05, u: 0.002 },
    different: { m: 0.35, u: 0.9978 },
  },
  sex: {
    exact: { m: 0.97, u: 0.5 },
    different: { m: 0.03, u: 0.5 },
  },
  nhs: {
    exact: { m: 0.94, u: 1e-6 },
    edit: { m: 0.04, u: 5e-5 },
    different: { m: 0.02, u: 0.9999 },
  },
  nino: {
    exact: { m: 0.94, u: 1e-6 },
    edit: { m: 0.04, u: 5e-5 },
    different: { m: 0.02, u: 0.9999 },
  },
  crn: {
    exact: { m: 0.94, u: 1e-6 },
    edit: { m: 0.04, u: 5e-5 },
    different: { m: 0.02, u: 0.9999 },
  },
  pnc: {
    exact: { m: 0.94, u: 1e-6 },
    edit: { m: 0.04, u: 5e-5 },
    different: { m: 0.02, u: 0.9999 },
  },
  cro: {
    exact: { m: 0.94, u: 1e-6 },
    edit: { m: 0.04, u: 5e-5 },
    different: { m: 0.02, u: 0.9999 },
  },
  prison: {
    exact: { m: 0.94, u: 1e-6 },
    edit: { m: 0.04, u: 5e-5 },
    different: { m: 0.02, u: 0.9999 },
  },
  local: {
    exact: { m: 0.5, u: 1e-6 },
    edit: { m: 0.05, u: 0.0001 },
    different: { m: 0.45, u: 0.9998 },
  },
  houseNumber: {
    exact: { m: 0.6, u: 0.01 },
    near: { m: 0.15, u: 0.01 },
    part: { m: 0.05, u: 0.03 },
    different: { m: 0.2, u: 0.95 },
  },
  street: {
    exact: { m: 0.6, u: 0.01 },
    near: { m: 0.15, u: 0.01 },
    part: { m: 0.05, u: 0.03 },
    different: { m: 0.2, u: 0.95 },
  },
  locality: {
    exact: { m: 0.6, u: 0.01 },
    near: { m: 0.15, u: 0.01 },
    part: { m: 0.05, u: 0.03 },
    different: { m: 0.2, u: 0.95 },
  },
  town: {
    exact: { m: 0.6, u: 0.01 },
    near: { m: 0.15, u: 0.01 },
    part: { m: 0.05, u: 0.03 },
    different: { m: 0.2, u: 0.95 },
  },
  birthPlace: {
    exact: { m: 0.6, u: 0.01 },
    near: { m: 0.15, u: 0.01 },
    part: { m: 0.05, u: 0.03 },
    different: { m: 0.2, u: 0.95 },
  },
  occupation: {
    exact: { m: 0.6, u: 0.01 },
    near: { m: 0.15, u: 0.01 },
    part: { m: 0.05, u: 0.03 },
    different: { m: 0.2, u: 0.95 },
  },
}
