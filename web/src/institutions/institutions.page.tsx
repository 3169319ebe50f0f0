export default function InstitutionsPage() {
  return null;
}
