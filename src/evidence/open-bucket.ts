import type { S3Driver } from 'flydrive/drivers/s3';
import type { Config } from '../config.js';
import { unavailable } from './store-failure.js';

/**
 * Opens the bucket for evidence. The S3 client is large, so it is loaded only when it is needed.
 * @throws OperatorError EVIDENCE_STORE_UNAVAILABLE
 */
export async function openBucket({
  endpoint,
  region,
  bucket,
  credentials,
}: NonNullable<Config['evidenceBucket']>): Promise<S3Driver> {
  const { S3Driver } = await import('flydrive/drivers/s3');
  const driver = new S3Driver({
    region,
    bucket,
    visibility: 'private',
    supportsACL: false,
    // Not every compatible server knows the checksums that Amazon added.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
  });
  try {
    await driver.listAll('/', { maxResults: 1 });
  } catch (error) {
    const place = `the bucket ${bucket}${endpoint ? ` at ${endpoint}` : ''}`;
    throw unavailable(place, 'HUB_EVIDENCE_S3_…', error);
  }
  return driver;
}
