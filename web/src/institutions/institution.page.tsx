export default function InstitutionPage() {
  return null;
}
