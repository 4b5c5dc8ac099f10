// PostgreSQL's COPY over a client of `pg`, which leaves it to others: whatever has `submit` may be
// its query.
const pieceSize = 65_536

/**
 * Runs a `copy … to stdout`. `take` is given pieces of about 64 KB and may end with a promise,
 * until which the server is let wait.
 *
 * @param {import('pg').Client} client
 * @param {string} text
 * @param {(piece: Buffer) => Promise<void> | undefined} take
 * @returns {Promise<number>} how many rows
 */
export async function copyOut(client, text, take) {
  let held = []
  let size = 0
  const handOver = () => {
    const piece = Buffer.concat(held)
    held = []
    size = 0
    return take(piece)
  }
  const rows = await run(client, text, {
    handleCopyData: ({ chunk }, { stream }) => {
      held.push(Buffer.from(chunk)) // `pg` writes over its own
      size += chunk.length
      const wait = size > pieceSize ? handOver() : undefined
      if (!wait) return
      stream.pause()
      // What went wrong is told by who takes the pieces.
      wait.catch(() => {}).then(() => stream.resume())
    },
  })
  if (size > 0) await handOver()
  return rows
}

/**
 * Runs a `copy … from stdin` with these pieces.
 *
 * @param {import('pg').Client} client
 * @param {string} text
 * @param {AsyncIterable<Buffer>} pieces
 * @returns {Promise<number>} how many rows
 */
export function copyIn(client, text, pieces) {
  return run(client, text, {
    handleCopyInResponse: (connection, isOver) =>
      feed(connection, pieces, isOver).catch((error) => {
        connection.sendCopyFail('the pieces ended early')
        throw error
      }),
  })
}

async function feed(connection, pieces, isOver) {
  const { stream } = connection
  for await (const piece of pieces) {
    if (isOver()) return
    connection.sendCopyFromChunk(piece)
    if (stream.writableNeedDrain) await new Promise((resolve) => stream.once('drain', resolve))
  }
  connection.endCopyFrom()
}

function run(client, text, own) {
  return new Promise((resolve, reject) => {
    let rows = 0
    let failure = null
    const fail = (error) => {
      failure ??= error
      reject(failure)
    }
    client.query({
      submit: (connection) => {
        connection.query(text)
      },
      handleCopyData: own.handleCopyData,
      handleCopyInResponse: (connection) => {
        own.handleCopyInResponse(connection, () => failure !== null).catch(fail)
      },
      handleRowDescription: () => {},
      handleCommandComplete: (message) => {
        rows = Number(message.text.split(' ')[1])
      },
      handleError: fail,
      handleReadyForQuery: () => (failure ? reject(failure) : resolve(rows)),
    })
  })
}
