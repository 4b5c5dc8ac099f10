import { expect, test } from 'vitest'
import { networkOf } from '@/lib/access/network'

const from = (address: string | null) => networkOf({ get: () => address })

test.each([
  ['192.0.2.7', '192.0.2'],
  ['192.0.2.7:50112', '192.0.2'],
  ['198.51.100.9, 192.0.2.7', '192.0.2'],
  ['::ffff:192.0.2.7', '192.0.2'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:0001:2::6', '2001:db8:1:2'],
  ['[2001:db8:1:2::6]:50112', '2001:db8:1:2'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s is in %s', (address, network) => {
  expect(from(address)).toBe(network)
})

test('addresses of one IPv6 network are counted together, however short they are written', () => {
  expect(from('2001:db8::1')).toBe(from('2001:db8::2:0:0:ffff'))
  expect(from('2001:db8::1')).toBe('2001:db8:0:0')
})

test.each([null, '', 'unknown', 'not-an-address', '999.1.1.1'])('%s is no network', (address) => {
  expect(from(address)).toBeNull()
})
